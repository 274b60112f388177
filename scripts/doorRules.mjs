/**
 * Who may import whom (DESIGN, rooms). `rooms`: whole rooms; `types`: rooms of which only types; `files`: single
 * files of a closed room; `packages`: npm packages, `*` at the end for a family.
 */
export const ROOMS = {
  model: { rooms: [], packages: ['graphology', 'graphology-*', 'valibot', 'd3-force'] },
  words: { rooms: ['model'], packages: [] },
  formats: { rooms: ['model'], packages: ['papaparse', 'saxes', 'fflate', '@e965/xlsx'] },
  scene: { rooms: ['model', 'words'], packages: [] },
  canvas: { rooms: ['model', 'scene'], packages: ['cytoscape'] },
  picture: { rooms: ['model', 'words', 'scene'], packages: ['@fontsource/*', '@noble/hashes', 'virtual:viewer'] },
  state: {
    rooms: ['model', 'words', 'scene'],
    types: ['formats'],
    files: ['src/workers/protocol.ts'],
    packages: ['zustand', 'fflate', 'idb'],
  },
  workers: { rooms: ['model', 'formats', 'scene'], packages: [] },
  ui: { rooms: ['model', 'words', 'scene', 'state', 'picture'], packages: ['react'] },
};

/** The one file of `ui` that may import `canvas`, in whichever folder. */
export const CANVAS_HOST = /^src\/ui\/(?:\w+\/)?CanvasHost\.tsx$/;

const DOM = [
  'document',
  'window',
  'globalThis',
  'self',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'DOMParser',
  'XMLSerializer',
  'HTMLElement',
  'SVGElement',
  'OffscreenCanvas',
  'getComputedStyle',
];
const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'Worker', 'postMessage'];
const TIME = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'performance'];

/** Names that the rooms which must give the same answer everywhere may not read from the surroundings. */
export const PURE_GLOBALS = [...DOM, ...NETWORK, ...TIME, 'crypto', 'process'];
/** Members of permitted globals that they may not use either. */
export const PURE_MEMBERS = ['Date.now', 'Math.random'];
/** What code in a worker may not use: it can only answer, not ask the network. */
export const WORKER_GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts'];
/** Functions whose last digits differ between engines, so that a layout using them is not repeatable. */
export const INEXACT_MATH =
  'sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp expm1 log log2 log10 log1p pow cbrt hypot'
    .split(' ')
    .map((name) => `Math.${name}`);

const PURE_ROOMS = new Set(['model', 'words', 'formats', 'scene']);

/** What is forbidden inside a file: globals, members of globals, the power operator, the clock through `new Date()`. */
export function findBans(path, room) {
  const pure = PURE_ROOMS.has(room);
  const exact = room === 'scene' || /^src\/model\/(layout|anneal)/.test(path);
  return {
    globals: new Set([...(pure ? PURE_GLOBALS : []), ...(room === 'workers' ? WORKER_GLOBALS : [])]),
    members: new Set([...(pure ? PURE_MEMBERS : []), ...(exact ? INEXACT_MATH : [])]),
    clock: pure,
    power: exact,
  };
}

/** Names that say nothing about what is inside. */
export const EMPTY_NAMES = new Set(
  'util utils helper helpers common shared lib libs type types hook hooks component components misc manager managers index'.split(
    ' ',
  ),
);
/** The same words at the end of a longer name. */
export const EMPTY_ENDINGS = /(?:[Uu]tils?|[Hh]elpers?|Manager|Misc|Common|Shared)$/;

export const MAX_LINES = 300;
export const MAX_DEPTH = 2;
