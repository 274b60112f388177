/** Generated datasets as other programs would have them, for measuring how long opening takes. */

const quoteCell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function wordingsOf({ relationTypes }) {
  return new Map(relationTypes.map(({ id, forward }) => [id, forward.full]));
}

const addressOf = (relation) => `https://news.example/${relation.id}`;
const startOf = ({ valid }) => (valid ?? '').split('/')[0].replace(/[^\d-].*$/, '');

/** One table of relations: who, what kind, what, whom, when, source. */
export function writeEdgeTable(file) {
  const wordings = wordingsOf(file);
  const entities = new Map(file.entities.map((entity) => [entity.id, entity]));
  const rows = file.relations.map((relation) => {
    const [from, to] = [entities.get(relation.from), entities.get(relation.to)];
    const ids = [from.id, from.name, from.kind, wordings.get(relation.type), to.id, to.name, to.kind];
    return [...ids, startOf(relation), addressOf(relation)].map(quoteCell).join(',');
  });
  const header = 'source_id,source,source_type,relationship,target_id,target,target_type,start_date,source_url';
  return `${[header, ...rows].join('\n')}\n`;
}

/** GEXF 1.3 with attributes of both and places of nodes. */
export function writeBenchGexf(file) {
  const wordings = wordingsOf(file);
  const nodes = file.entities.map(
    ({ id, name, kind }, i) =>
      `<node id="${escapeXml(id)}" label="${escapeXml(name)}"><attvalues><attvalue for="0" value="${kind}"/></attvalues><viz:position x="${i % 100}" y="${Math.floor(i / 100)}"/></node>`,
  );
  const edges = file.relations.map(
    (relation) =>
      `<edge id="${escapeXml(relation.id)}" source="${escapeXml(relation.from)}" target="${escapeXml(relation.to)}" label="${escapeXml(wordings.get(relation.type))}"><attvalues><attvalue for="0" value="${addressOf(relation)}"/></attvalues></edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="directed">',
    '<attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>',
    '<attributes class="edge"><attribute id="0" title="source_url" type="anyURI"/></attributes>',
    `<nodes>${nodes.join('\n')}</nodes>`,
    `<edges>${edges.join('\n')}</edges>`,
    '</graph></gexf>\n',
  ].join('\n');
}

const SCHEMATA = { Person: 'Person', Company: 'Company', PublicBody: 'PublicBody', Organization: 'Organization' };

/** FollowTheMoney, one entity a line; relations as UnknownLink with their source. */
export function writeBenchFtm(file) {
  const wordings = wordingsOf(file);
  const nodes = file.entities.map(({ id, name, kind }) => ({
    id,
    schema: SCHEMATA[kind] ?? 'LegalEntity',
    properties: { name: [name] },
  }));
  const edges = file.relations.map((relation) => ({
    id: relation.id,
    schema: 'UnknownLink',
    properties: {
      subject: [relation.from],
      object: [relation.to],
      role: [wordings.get(relation.type)],
      sourceUrl: [addressOf(relation)],
      ...(startOf(relation) ? { startDate: [startOf(relation)] } : {}),
    },
  }));
  return `${[...nodes, ...edges].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** By the extension of the file: what writes it, and what it is called in the table of results. */
export const BENCH_FORMATS = {
  csv: { write: writeEdgeTable, said: 'CSV' },
  gexf: { write: writeBenchGexf, said: 'GEXF' },
  'ftm.json': { write: writeBenchFtm, said: 'FollowTheMoney' },
};
