import { describe, expect, it } from 'vitest';
import { INEXACT_MATH, PURE_GLOBALS, PURE_MEMBERS, WORKER_GLOBALS } from './doorRules.mjs';
import { checkDoors, findCycles, readFiles } from './doors.mjs';

// Written out by hand, apart from the table that the check reads, so that a door opened there is noticed here.
const MAY = {
  model: [],
  words: ['model'],
  formats: ['model'],
  scene: ['model', 'words'],
  canvas: ['model', 'scene'],
  picture: ['model', 'words', 'scene'],
  state: ['model', 'words', 'scene'],
  workers: ['model', 'formats', 'scene'],
  ui: ['model', 'words', 'scene', 'state', 'picture'],
};
const PACKAGES = {
  graphology: ['model'],
  'graphology-layout-forceatlas2': ['model'],
  valibot: ['model'],
  'd3-force': ['model'],
  cytoscape: ['canvas'],
  zustand: ['state'],
  'zustand/vanilla': ['state'],
  '@noble/hashes/sha2.js': ['picture'],
  'virtual:viewer': ['picture'],
  papaparse: ['formats'],
  react: ['ui'],
  'react-dom': [],
  'react-dom/client': [],
  'cytoscape-fcose': [],
  edtf: [],
  'node:fs': [],
};
const ROOM_NAMES = Object.keys(MAY);
const PURE = ['model', 'words', 'formats', 'scene'];
const IMPORTS = {
  'a value import': (target) => `import { b } from '${target}';\nexport const a = b;`,
  'a type import': (target) => `import type { B } from '${target}';\nexport type A = B;`,
  'an inline type': (target) => `export type A = import('${target}').B;`,
  'a dynamic import': (target) => `export const a = () => import('${target}');`,
  'a re-export': (target) => `export const c = 1;\nexport { b } from '${target}';`,
  'a bare import': (target) => `import '${target}';\nexport const a = 1;`,
};

/** The rules broken by these files, each once. */
function rulesBroken(files) {
  return [...new Set(checkDoors(new Map(Object.entries(files))).map((problem) => problem.rule))];
}

function twoRooms(from, to, text) {
  return { [`src/${from}/a.ts`]: text, [`src/${to}/b.ts`]: 'export const b = 1;\nexport type B = number;' };
}

const PAIRS = ROOM_NAMES.flatMap((from) => ROOM_NAMES.filter((to) => to !== from).map((to) => [from, to]));
const FORBIDDEN = PAIRS.filter(([from, to]) => !MAY[from].includes(to));

describe('doors between rooms', () => {
  it('has a fixture for each of the forbidden pairs', () => {
    expect([PAIRS.length, FORBIDDEN.length]).toEqual([72, 52]);
  });

  it.each(FORBIDDEN)('%s may not import %s', (from, to) => {
    for (const [how, write] of Object.entries(IMPORTS)) {
      const isAllowed = from === 'state' && to === 'formats' && /type/.test(how);
      expect(rulesBroken(twoRooms(from, to, write(`../${to}/b.ts`))), how).toEqual(isAllowed ? [] : ['imports']);
    }
  });

  it.each(PAIRS.filter(([from, to]) => MAY[from].includes(to)))('%s may import %s', (from, to) => {
    for (const write of Object.values(IMPORTS))
      expect(rulesBroken(twoRooms(from, to, write(`../${to}/b.ts`)))).toEqual([]);
  });

  it.each(ROOM_NAMES)('%s may not import the files that join all', (from) => {
    const files = { [`src/${from}/a.ts`]: IMPORTS['a type import']('../boot.ts'), 'src/boot.ts': 'export type B = 1;' };
    expect(rulesBroken(files)).toEqual(['imports']);
  });

  it('lets the files that join all import every room', () => {
    for (const to of ROOM_NAMES) {
      const files = {
        'src/boot.ts': `import '${to}';\nimport './${to}/b.ts';`,
        [`src/${to}/b.ts`]: 'export const b = 1;',
      };
      expect(rulesBroken(files)).toEqual([]);
    }
  });

  it('opens the protocol of the workers to state, and nothing else of them', () => {
    const write = (file) => ({
      'src/state/a.ts': `import '../workers/${file}';`,
      [`src/workers/${file}`]: 'export const b = 1;',
    });
    expect(rulesBroken(write('protocol.ts'))).toEqual([]);
    expect(rulesBroken(write('createJobs.ts'))).toEqual(['imports']);
  });

  it('opens the canvas to its host alone', () => {
    const write = (file) => ({ [file]: "import '../canvas/b.ts';", 'src/canvas/b.ts': 'export const b = 1;' });
    expect(rulesBroken(write('src/ui/CanvasHost.tsx'))).toEqual([]);
    const inFolder = {
      'src/ui/graph/CanvasHost.tsx': "import '../../canvas/b.ts';",
      'src/canvas/b.ts': 'export const b = 1;',
    };
    expect(rulesBroken(inFolder)).toEqual([]);
    expect(rulesBroken(write('src/ui/App.tsx'))).toEqual(['imports']);
  });

  it('keeps panels apart, and the kit below them', () => {
    const panels = { 'src/ui/kit/Chip.tsx': 'export const b = 1;', 'src/ui/search/Search.tsx': 'export const b = 1;' };
    const withFile = (path, target) => rulesBroken({ ...panels, [path]: `import '${target}';` });
    expect(withFile('src/ui/details/Details.tsx', '../search/Search.tsx')).toEqual(['imports']);
    expect(withFile('src/ui/kit/Row.tsx', '../search/Search.tsx')).toEqual(['imports']);
    expect(withFile('src/ui/details/Details.tsx', '../kit/Chip.tsx')).toEqual([]);
    expect(withFile('src/ui/App.tsx', './search/Search.tsx')).toEqual([]);
  });

  it('sees what a worker entry named by address imports', () => {
    const text = "export const a = new URL('../workers/b.ts', import.meta.url);";
    expect(rulesBroken(twoRooms('ui', 'workers', text))).toEqual(['imports']);
  });

  it('is not misled by comments, strings and templates', () => {
    const text = "// import '../ui/b.ts'\nexport const a = \"import '../ui/b.ts'\" + `fetch(document)`;\n/* window */";
    expect(rulesBroken(twoRooms('model', 'ui', text))).toEqual([]);
  });

  it.each([
    'export const a = (x) => import(x);',
    "export const a = require('x');",
    "export const a = import.meta.glob('./*');",
  ])('refuses an import that cannot be followed: %s', (text) =>
    expect(rulesBroken({ 'src/boot.ts': text })).toEqual(['imports']),
  );

  it('refuses a missing file, a missing extension and a test', () => {
    for (const target of ['./b.ts', './c', './a.test.ts', './someFixture.ts']) {
      const others = { 'src/model/a.test.ts': '', 'src/model/someFixture.ts': '' };
      expect(rulesBroken({ 'src/model/a.ts': `import '${target}';`, ...others }), target).toEqual(['imports']);
    }
  });

  it('leaves tests free', () => {
    const text = "import 'fast-check';\nimport '../ui/b.ts';\nexport const t = () => Date.now();";
    expect(rulesBroken({ 'src/model/a.test.ts': text, 'src/ui/b.ts': 'export const b = 1;' })).toEqual([]);
  });
});

describe('packages', () => {
  it.each(Object.entries(PACKAGES))('%s is for %j', (name, rooms) => {
    for (const room of ROOM_NAMES) {
      for (const [how, write] of Object.entries(IMPORTS)) {
        const broken = rulesBroken({ [`src/${room}/a.ts`]: write(name) });
        expect(broken, `${how} in ${room}`).toEqual(rooms.includes(room) ? [] : ['imports']);
      }
    }
  });
});

describe('globals', () => {
  it.each([...PURE_GLOBALS, ...PURE_MEMBERS, 'new Date()', 'Date()'])('no pure room may use %s', (name) => {
    for (const room of PURE) {
      expect(rulesBroken({ [`src/${room}/a.ts`]: `export const a = () => ${name};` }), room).toEqual(['globals']);
    }
  });

  it.each(WORKER_GLOBALS)('workers may not use %s', (name) => {
    expect(rulesBroken({ 'src/workers/a.ts': `export const a = () => ${name};` })).toEqual(['globals']);
  });

  it.each(['model/layoutForce.ts', 'model/annealLayout.ts', 'scene/curve.ts'])('%s computes exactly', (file) => {
    for (const text of [...INEXACT_MATH.map((name) => `${name}(1)`), '2 ** 3', "Math['sin'](1)"]) {
      expect(rulesBroken({ [`src/${file}`]: `export const a = ${text};` }), text).toEqual(['globals']);
      expect(rulesBroken({ 'src/model/text.ts': `export const a = ${text};` }), text).toEqual([]);
    }
  });

  it('is not evaded by taking Math apart, nor by a name bound elsewhere in the file', () => {
    const evasions = [
      'const { random } = Math;',
      'function f(document) {}\nexport const a = document;',
      'let b; b ??= fetch;',
    ];
    for (const text of evasions) expect(rulesBroken({ 'src/model/a.ts': text })).toEqual(['globals']);
  });

  it('lets harmless uses of the same words be', () => {
    const text = `
      export interface Place { location?: string; window: (document: string) => void }
      export const a = (document: { self: number }) => document.self + Math.sqrt(Date.UTC(2024, 0)) + new Date(0).getTime();
      export const b = { performance: 1, fetch() {} };`;
    expect(rulesBroken({ 'src/model/a.ts': text })).toEqual([]);
  });
});

describe('cycles', () => {
  it('reports one made of types alone', () => {
    const files = {
      'src/model/a.ts': "import type { B } from './b.ts';\nexport type A = B | null;",
      'src/model/b.ts': "import { type C } from './c.ts';\nexport type B = C | null;",
      'src/model/c.ts': "export type C = import('./a.ts').A;",
    };
    const problems = checkDoors(new Map(Object.entries(files)));
    expect(problems.map((problem) => problem.message)).toEqual([
      'import cycle: src/model/a.ts → src/model/b.ts → src/model/c.ts',
    ]);
  });

  it('tells cycles from shared parts', () => {
    const edges = (text) => new Map(text.split(' ').map(([file, ...targets]) => [file, targets]));
    expect(findCycles(edges('abc bd cd d'))).toEqual([]);
    expect(findCycles(edges('ab bc ca dd ed')).sort()).toEqual([['a', 'b', 'c'], ['d']]);
  });
});

describe('exports, names and sizes', () => {
  it.each(["export * from './b.ts';", "export { b } from './b.ts';", "export const a = 1;\nexport * from './b.ts';"])(
    'refuses the barrel %s',
    (text) =>
      expect(rulesBroken({ 'src/model/a.ts': text, 'src/model/b.ts': 'export const b = 1;' })).toEqual(['exports']),
  );

  it.each(['export default 1;', 'const a = 1;\nexport { a as default };'])('refuses the default export %s', (text) =>
    expect(rulesBroken({ 'src/model/a.ts': text })).toEqual(['exports']),
  );

  const badNames =
    'utils.ts helpers.ts common.ts shared.ts lib.ts types.ts hooks.ts components.ts misc.ts manager.ts index.ts ' +
    'utils/a.ts types/a.ts graphUtils.ts tabManager.ts Table.ts a-b.ts table.tsx a/b/c.ts';
  it.each(badNames.split(' '))('refuses src/ui/%s', (file) =>
    expect(rulesBroken({ [`src/ui/${file}`]: '' })).toEqual(['names']),
  );

  it('refuses a room that the design does not have, and JSX outside ui', () => {
    expect(rulesBroken({ 'src/services/a.ts': '' })).toEqual(['names']);
    expect(rulesBroken({ 'src/model/Table.tsx': '' })).toEqual(['names']);
  });

  it('refuses a file of more than 300 lines', () => {
    expect(rulesBroken({ 'src/model/a.ts': '\n'.repeat(300), 'e2e/b.spec.ts': '\n'.repeat(300) })).toEqual([]);
    expect(rulesBroken({ 'src/model/a.ts': '\n'.repeat(301) })).toEqual(['size']);
  });
});

describe('comments', () => {
  it('asks for the reason of a silenced check', () => {
    const write = (comment) => ({ 'src/model/a.ts': `export const a = 1; // ${comment}` });
    for (const what of ['oxlint-disable-next-line no-shadow', '@ts-expect-error', 'biome-ignore lint/x']) {
      expect(rulesBroken(write(what)), what).toEqual(['reasons']);
      expect(rulesBroken(write(`${what} -- the reason`)), what).toEqual([]);
    }
  });

  it('lets tests find the corpus in one way only', () => {
    expect(rulesBroken({ 'src/model/a.test.ts': "const a = '../shared/corpus';" })).toEqual(['corpus']);
    const text = "const a = process.env['SAYSO_SHARED']; // '../shared/corpus'";
    expect(rulesBroken({ 'src/model/a.test.ts': text })).toEqual([]);
  });
});

describe('the project', () => {
  it('is looked at', () => expect([...readFiles().keys()]).toContain('src/model/records.ts'));
});
