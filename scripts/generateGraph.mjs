import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const STEMS = ['Arden', 'Bram', 'Calder', 'Dun', 'Elster', 'Fenn', 'Garrow', 'Hollin', 'Isel', 'Jarrow', 'Kestrel'];
const ENDS = ['vale', 'mere', 'ford', 'wick', 'holt', 'stead', 'combe', 'moor', 'garth', 'quay', 'thorpe'];
const TAILS = {
  Person: ['A.', 'B.', 'C.', 'D.', 'E.', 'F.'],
  Company: ['Holdings', 'Freight', 'Analytics', 'Minerals', 'Capital', 'Shipping'],
  PublicBody: ['Port Authority', 'Audit Office', 'Ministry of Works', 'District Court'],
  Organization: ['Foundation', 'Institute', 'Union', 'Observer'],
  Place: ['Bay', 'County', 'Island'],
  Event: ['hearing', 'tender', 'merger talks'],
  Asset: ['warehouse', 'concession', 'yacht'],
};
const KIND_SHARES = [
  ['Person', 40],
  ['Company', 30],
  ['PublicBody', 8],
  ['Organization', 10],
  ['Place', 4],
  ['Event', 5],
  ['Asset', 3],
];
const TYPES = [
  ['director', 'is a director of', 'has as a director', 'director of', 'director', 'role', false, false],
  ['owner', 'owns', 'is owned by', 'owns', 'owned by', 'ownership', false, false],
  ['paid', 'paid', 'was paid by', 'paid', 'paid by', 'money', false, true],
  ['met', 'met', 'met', 'met', 'met', 'contact', true, true],
  ['reported', 'reported on', 'was reported on by', 'reported on', 'reported on by', 'statement', false, true],
  ['sued', 'sued', 'was sued by', 'sued', 'sued by', 'conflict', false, true],
  ['kin', 'is related to', 'is related to', 'related to', 'related to', 'family', true, false],
  ['supplies', 'supplies', 'is supplied by', 'supplies', 'supplied by', 'other', false, false],
];
const MODALITIES = ['stated', 'reported', 'reported', 'alleged', 'rumoured', 'hypothetical'];
const PAPERS = ['The Calder Gazette', 'Fennmoor Courier', 'Hollin Ledger', 'Dunwick Review'];

/** Numbers in [0, 1) from integer arithmetic alone (mulberry32): the same graph on every machine. */
function createDraw(seed) {
  let state = Math.trunc(seed) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function createPicker(seed) {
  const draw = createDraw(seed);
  const below = (count) => Math.floor(draw() * count);
  const pad = (value) => String(value).padStart(2, '0');
  return {
    draw,
    below,
    pick: (list) => list[below(list.length)],
    date: () => `${2010 + below(15)}-${pad(1 + below(12))}-${pad(1 + below(28))}`,
  };
}

function pickKind(picker) {
  let rest = picker.below(100);
  for (const [kind, share] of KIND_SHARES) {
    if (rest < share) return kind;
    rest -= share;
  }
  return 'Company';
}

function buildEntity(picker, index) {
  const kind = pickKind(picker);
  const stem = `${picker.pick(STEMS)}${picker.pick(ENDS)}`;
  const name = `${stem} ${picker.pick(TAILS[kind])} ${index + 1}`;
  return {
    id: `e${index + 1}`,
    kind,
    name,
    ...(picker.draw() < 0.3 ? { aliases: [`${stem.slice(0, 3).toUpperCase()}-${index + 1}`] } : {}),
    summary: `A made-up ${kind === 'Person' ? 'person' : 'entity'}, number ${index + 1} of a generated dataset.`,
  };
}

/** Pairs of entities, likelier the more relations they have: every entity gets one as far as the count goes. */
function pairUp(picker, entities, relations) {
  const pairs = [];
  const ends = [0];
  for (let index = 1; index < entities && pairs.length < relations; index += 1) {
    const other = ends[picker.below(ends.length)];
    pairs.push([index, other]);
    ends.push(index, other);
  }
  if (entities < 2) return pairs;
  while (pairs.length < relations) {
    const from = picker.draw() < 0.7 ? ends[picker.below(ends.length)] : picker.below(entities);
    const to = picker.draw() < 0.7 ? ends[picker.below(ends.length)] : picker.below(entities);
    if (from === to) continue;
    pairs.push([from, to]);
    ends.push(from, to);
  }
  return pairs;
}

function buildAttribution(picker, entities, modality) {
  if (modality === 'stated' || (modality === 'hypothetical' && picker.draw() < 0.5)) return [];
  if (modality === 'reported') return [{ entity: picker.pick(entities).id, kind: 'named' }];
  if (modality === 'rumoured') return [{ kind: 'unstated' }];
  const relay = picker.draw() < 0.5 ? [{ label: picker.pick(PAPERS), kind: 'named' }] : [];
  return [{ label: 'people familiar with the matter', kind: 'unnamed' }, ...relay];
}

function buildClaim(picker, dataset, id, sentence, denier) {
  const modality = denier ? 'reported' : picker.pick(MODALITIES);
  const stance = denier ? picker.pick(['denies', 'denies', 'limits', 'no-comment']) : 'asserts';
  const source = picker.pick(dataset.sources);
  return {
    id,
    stance,
    modality,
    source: source.id,
    attribution: denier ? [{ entity: denier, kind: 'named' }] : buildAttribution(picker, dataset.entities, modality),
    ...(picker.draw() < 0.4 ? { said: source.published.slice(0, 7) } : {}),
    ...(modality === 'hypothetical' ? { condition: 'none given' } : {}),
    ...(stance === 'no-comment' ? { response: picker.pick(['declined', 'unreachable', 'not-asked', 'unknown']) } : {}),
    locators: [{ paragraph: 1 + picker.below(20), sentence: 1 + picker.below(4) }],
    text: stance === 'asserts' ? `${sentence}.` : `About "${sentence}": ${stance}.`,
  };
}

function buildRelation(picker, dataset, pair, index) {
  const [from, to] = pair.map((end) => dataset.entities[end]);
  const type = picker.pick(dataset.relationTypes);
  const sentence = `${from.name} ${type.forward.full} ${to.name}`;
  const asserting = 1 + picker.below(3);
  const claims = [];
  for (let k = 0; k < asserting; k += 1) {
    claims.push(buildClaim(picker, dataset, `c${index + 1}-${k + 1}`, sentence, null));
  }
  if (picker.draw() < 0.12) {
    const denier = picker.draw() < 0.5 ? from.id : to.id;
    claims.push(buildClaim(picker, dataset, `c${index + 1}-${asserting + 1}`, sentence, denier));
  }
  const start = picker.date();
  const valid = type.moment ? start : `${start.slice(0, 4)}/${picker.draw() < 0.5 ? '..' : '2025'}`;
  return {
    id: `r${index + 1}`,
    type: type.id,
    from: from.id,
    to: to.id,
    ...(picker.draw() < 0.7 ? { valid } : {}),
    claims,
  };
}

function buildSource(picker, index) {
  const publisher = picker.pick(PAPERS);
  return {
    id: `s${index + 1}`,
    label: `${publisher}, report ${index + 1}`,
    kind: 'article',
    title: `Made-up report ${index + 1}`,
    publisher,
    authors: [],
    published: picker.date(),
    url: null,
    language: 'en',
  };
}

/**
 * A made-up dataset in the file format, version 1: a few well-connected entities and many with few relations, claims of
 * every modality from several sources, some denied. The same numbers give the same dataset. Linear.
 */
export function buildGeneratedDataset(entities, relations, seed) {
  const picker = createPicker(seed);
  const dataset = {
    sayso: 1,
    id: `generated-${entities}-${relations}-${seed}`,
    title: `Generated: ${entities} entities, ${relations} relations`,
    description: 'Made up by a generator. Any likeness to somebody or something real is chance.',
    version: '1',
    updated: '2025-01-01',
    language: 'en',
    sources: Array.from({ length: Math.max(3, Math.floor(relations / 40)) }, (_, index) => buildSource(picker, index)),
    entities: Array.from({ length: entities }, (_, index) => buildEntity(picker, index)),
    relations: [],
    relationTypes: TYPES.map(([id, full, back, short, shortBack, group, symmetric, moment]) => ({
      id,
      forward: { full, short },
      reverse: { full: back, short: shortBack },
      symmetric,
      moment,
      group,
    })),
  };
  dataset.relations = pairUp(picker, entities, relations).map((pair, i) => buildRelation(picker, dataset, pair, i));
  return dataset;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [entities, relations, seed, out] = process.argv.slice(2);
  if (!out || ![entities, relations, seed].every((text) => Number.isInteger(Number(text)))) {
    console.error('usage: node scripts/generateGraph.mjs ENTITIES RELATIONS SEED OUT');
    process.exitCode = 1;
  } else {
    const dataset = buildGeneratedDataset(Number(entities), Number(relations), Number(seed));
    writeFileSync(out, `${JSON.stringify(dataset, null, 1)}\n`);
    console.log(`${out}: ${dataset.entities.length} entities, ${dataset.relations.length} relations`);
  }
}
