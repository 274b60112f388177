import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative } from 'node:path';
import { findGlobals, findPowers, readModule } from './doorReader.mjs';
import { CANVAS_HOST, EMPTY_ENDINGS, EMPTY_NAMES, findBans, MAX_DEPTH, MAX_LINES, ROOMS } from './doorRules.mjs';
import { isMain, ROOT, runMain, setUp } from './setUp.mjs';

const CODE = /\.tsx?$/;
/** Tests, and what only they use: `wordsFixture.ts`. */
const TEST = /(?:\.test|Fixture)\.tsx?$/;
const GENERATED = /\/generated\//;

/** The room of a path under src; "root" for the files directly in it; null outside src. */
function roomOf(path) {
  const [top, room, ...rest] = path.split('/');
  if (top !== 'src') return null;
  return rest.length === 0 ? 'root' : room;
}

/** The folder of a panel inside ui; null for the kit, for what lies directly in ui, and elsewhere. */
function panelOf(path) {
  const [, room, folder, file] = path.split('/');
  return room === 'ui' && file !== undefined && folder !== 'kit' ? folder : null;
}

function matchesPackage(target, patterns) {
  return patterns.some((pattern) => {
    if (pattern.endsWith('*')) return target.startsWith(pattern.slice(0, -1));
    return target === pattern || target.startsWith(`${pattern}/`);
  });
}

function resolveTarget(path, target) {
  return posix.join(posix.dirname(path), target.split('?')[0]);
}

/** Why a file may not import a package; null where it may. */
function refusePackage(path, target) {
  const room = roomOf(path);
  if (room === 'root' || matchesPackage(target, ROOMS[room].packages)) return null;
  return `${room} may not import the package ${target}`;
}

function refuseCanvas(path, from) {
  if (from !== 'ui') return `${from} may not import canvas`;
  return CANVAS_HOST.test(path) ? null : 'canvas may be imported from CanvasHost.tsx only';
}

/** Why a file of `from` may not import a file of the other room `to`; null where it may. */
function refuseRoom(path, from, to, found) {
  const rule = ROOMS[from];
  if (rule.rooms.includes(to) || rule.files?.includes(found.file)) return null;
  if (to === 'canvas') return refuseCanvas(path, from);
  if (rule.types?.includes(to)) return found.isType ? null : `${from} may import only types of ${to}`;
  return `${from} may not import ${to === null ? found.file : to}`;
}

/** Why a file may not import another file of the project; null where it may. */
function refuseFile(path, found) {
  const from = roomOf(path);
  const to = roomOf(found.file);
  if (from === 'root') return null;
  if (from !== to) return refuseRoom(path, from, to, found);
  const [panel, other] = [panelOf(path), panelOf(found.file)];
  const inPanel = panel !== null || path.startsWith('src/ui/kit/');
  if (inPanel && other !== null && panel !== other) return `${panel ?? 'kit'} may not import the panel ${other}`;
  return null;
}

function refuseImport(path, found, files) {
  if (found.target === null) return 'an import must name its module as a plain string';
  if (!found.target.startsWith('.')) return refusePackage(path, found.target);
  if (/\.tsx?$/.test(found.file) && !files.has(found.file)) return `${found.target} is no file`;
  if (extname(found.file) === '') return `${found.target} lacks its extension`;
  if (TEST.test(found.file)) return `${found.target} is a test`;
  return refuseFile(path, found);
}

function checkGlobals(path, { program }, text, report) {
  const bans = findBans(path, roomOf(path));
  for (const { name, member, parent, line } of findGlobals(program, text)) {
    const isBare = name === 'Math' && member === null;
    const isClock = name === 'Date' && /^(New|Call)Expression$/.test(parent?.type) && parent.arguments.length === 0;
    if (bans.globals.has(name)) report(line, 'globals', `${name} may not be used here`);
    else if (bans.members.has(member)) report(line, 'globals', `${member} may not be used here`);
    else if (bans.clock && isBare)
      report(line, 'globals', 'Math must be used by member, so that its use can be checked');
    else if (bans.clock && isClock) report(line, 'globals', 'the clock may not be read here');
  }
  if (bans.power)
    for (const line of findPowers(program, text)) report(line, 'globals', 'the power operator is inexact');
}

function isReExport(statement) {
  return statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.source);
}

function checkExports({ program }, report) {
  const only = program.body.filter((statement) => statement.type !== 'ImportDeclaration');
  if (only.length > 0 && only.every(isReExport)) report(1, 'exports', 'a file that only re-exports is a barrel');
  for (const statement of program.body) {
    const names = statement.specifiers ?? [];
    const isDefault = names.some((name) => name.exported?.name === 'default');
    if (statement.type === 'ExportAllDeclaration') report(1, 'exports', 'export * hides what is exported');
    if (statement.type === 'ExportDefaultDeclaration' || isDefault) report(1, 'exports', 'exports have names');
  }
}

function checkNames(path, text, report) {
  const parts = path.split('/');
  const names = [...parts.slice(0, -1), parts.at(-1).split('.')[0]];
  const empty = names.find((name) => EMPTY_NAMES.has(name.toLowerCase()) || EMPTY_ENDINGS.test(name));
  if (empty) report(1, 'names', `"${empty}" says nothing about what is inside`);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines > MAX_LINES && !GENERATED.test(path)) report(1, 'size', `${lines} lines, ${MAX_LINES} are allowed`);
  if (parts[0] !== 'src') return;
  const room = roomOf(path);
  if (room !== 'root' && !(room in ROOMS)) report(1, 'names', `src/${room} is no room of the design`);
  if (parts.length - 2 > MAX_DEPTH) report(1, 'names', `more than ${MAX_DEPTH} folders deep under src`);
  if (path.endsWith('.tsx') && room !== 'ui' && room !== 'root') report(1, 'names', 'JSX belongs into ui');
  const wanted = /\/[A-Z][^/]*\.tsx$|\/[a-z][^/]*\.test\.tsx$|^src\/[a-z]\w*\.tsx$|\/[a-z][A-Za-z0-9]*(\.[a-z]+)*\.ts$/;
  if (CODE.test(path) && !path.endsWith('.d.ts') && !wanted.test(path)) {
    report(1, 'names', 'files are camelCase.ts, or PascalCase.tsx for components');
  }
}

const SILENCED = /(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)|biome-ignore/;

/** A silenced check says why (" -- why", or after a colon), and the corpus is found in one way, so that it may be absent. */
function checkComments(path, text, report) {
  for (const [i, line] of text.split('\n').entries()) {
    const [rule, why] = line.split(SILENCED);
    if (why !== undefined && /\/[/*]/.test(rule) && !/(?:--|:)\s+\S{2,}/.test(why)) {
      report(i + 1, 'reasons', 'a silenced check says why');
    }
  }
  if (TEST.test(path) && text.includes('../shared/') && !text.includes('SAYSO_SHARED')) {
    report(1, 'corpus', 'tests find the public corpus through process.env.SAYSO_SHARED');
  }
}

/** Groups of files that import each other in a circle: strongly connected components of more than one file, or a loop. */
export function findCycles(edges) {
  const [order, low, stack, cycles] = [new Map(), new Map(), [], []];
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || edges.get(file)?.includes(file)) cycles.push(group.sort());
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return cycles;
}

function checkModule(path, text, files, report) {
  const module = readModule(path, text);
  const imports = module.imports.map((found) => ({
    ...found,
    file: found.target?.startsWith('.') ? resolveTarget(path, found.target) : null,
  }));
  if (!TEST.test(path)) {
    for (const found of imports) {
      const refusal = refuseImport(path, found, files);
      if (refusal) report(found.line, 'imports', refusal);
    }
    checkGlobals(path, module, text, report);
  }
  checkExports(module, report);
  return imports.map((found) => found.file).filter((file) => files.has(file));
}

/**
 * Every breach of the rules of rooms and doors in `files` (path from the project's folder → text): imports between
 * rooms and of packages, forbidden globals, cycles (type imports included), exports, names and sizes.
 */
export function checkDoors(files) {
  const problems = [];
  const edges = new Map();
  for (const [path, text] of files) {
    const report = (line, rule, message) => problems.push({ path, line, rule, message });
    checkNames(path, text, report);
    checkComments(path, text, report);
    const room = roomOf(path);
    const isKnown = room === 'root' || room in ROOMS;
    if (isKnown && CODE.test(path)) edges.set(path, checkModule(path, text, files, report));
  }
  for (const cycle of findCycles(edges)) {
    problems.push({ path: cycle[0], line: 1, rule: 'cycles', message: `import cycle: ${cycle.join(' → ')}` });
  }
  return problems;
}

/** The project's own code, as `checkDoors` takes it. */
export function readFiles(root = ROOT) {
  const files = new Map();
  for (const folder of ['src', 'scripts', 'e2e'].filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(tsx?|mjs|css)$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      files.set(relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8'));
    }
  }
  return files;
}

async function main() {
  setUp();
  const files = readFiles();
  const problems = checkDoors(files);
  for (const { path, line, rule, message } of problems) console.log(`${path}:${line} ${rule}: ${message}`);
  console.log(`${files.size} files, ${problems.length} problems`);
  return problems.length > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) await runMain(main);
