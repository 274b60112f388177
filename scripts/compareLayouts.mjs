import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import { runnerImport } from 'vite';
import { buildGeneratedDataset } from './generateGraph.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const load = async (path) => (await runnerImport(`${root}${path}`, { configFile: false, root })).module;

async function loadProject() {
  const modules = await Promise.all(
    [
      'src/model/parseDataset.ts',
      'src/model/buildDataset.ts',
      'src/scene/buildProblem.ts',
      'src/model/layout.ts',
      'src/model/layoutForce.ts',
      'src/model/layoutLabels.ts',
      'src/model/layoutAudit.ts',
      'src/model/layoutRandom.ts',
    ].map(load),
  );
  return Object.assign({}, ...modules);
}

/** Fills the frame, leaving room for names at its edges. */
function fit(points, problem) {
  const scale = (values, size) => {
    const low = Math.min(...values);
    const span = Math.max(...values) - low || 1;
    return values.map((value) => 50 + ((value - low) / span) * (size - 100));
  };
  const x = scale(
    points.map((point) => point.x),
    problem.width,
  );
  const y = scale(
    points.map((point) => point.y),
    problem.height,
  );
  return points.map((_, i) => ({ x: x[i], y: y[i] }));
}

function startAt(problem, project) {
  const random = project.createRandom(problem.seed);
  return problem.nodes.map(() => ({ x: random.next() * problem.width, y: random.next() * problem.height }));
}

function byForces(problem, project) {
  const bodies = startAt(problem, project);
  const links = problem.ties.filter((tie) => tie.from !== tie.to).map(({ from, to }) => ({ source: from, target: to }));
  const spacing = Math.sqrt((problem.width * problem.height) / problem.nodes.length);
  forceSimulation(bodies)
    .stop()
    .force('link', forceLink(links).distance(spacing * 0.9))
    .force('charge', forceManyBody().strength(-spacing * 4))
    .force('x', forceX(problem.width / 2).strength(0.05))
    .force('y', forceY(problem.height / 2).strength(0.05))
    .force('collide', forceCollide(34))
    .tick(300);
  return project.placeLabels({ problem, points: fit(bodies, problem) });
}

function byForceAtlas(problem, project) {
  const graph = new Graph();
  const starts = startAt(problem, project);
  problem.nodes.forEach((node, i) => graph.addNode(i, { ...starts[i], size: Math.max(node.radius, 34) }));
  for (const { from, to } of problem.ties) if (from !== to && !graph.hasEdge(from, to)) graph.addEdge(from, to);
  forceAtlas2.assign(graph, { iterations: 300 });
  const spread = fit(
    graph.mapNodes((_, { x, y }) => ({ x, y })),
    problem,
  );
  spread.forEach((point, i) => graph.mergeNodeAttributes(i, point));
  noverlap.assign(graph, { maxIterations: 200 });
  const points = fit(
    graph.mapNodes((_, { x, y }) => ({ x, y })),
    problem,
  );
  return project.placeLabels({ problem, points });
}

const ALGORITHMS = [
  ['annealing, 100,000', (problem, project) => project.solveLayout(problem, { iterations: 100_000 }), 60],
  ['annealing, 3,000,000', (problem, project) => project.solveLayout(problem, { iterations: 3_000_000 }), 30],
  ['d3-force, labels after', byForces, Number.POSITIVE_INFINITY],
  ['ForceAtlas2 + noverlap, labels after', byForceAtlas, Number.POSITIVE_INFINITY],
  ['`forceLayout` (d3-force, spread, labels)', (problem, project) => project.forceLayout(problem), Infinity],
];

/** Wordings that found no room count where they would be drawn: at the middle. */
function drawAll(placement) {
  let hidden = 0;
  const ties = new Map();
  for (const [id, { at }] of placement.ties) {
    if (at < 0) hidden += 1;
    ties.set(id, { at: at < 0 ? 0.5 : at });
  }
  return { placement: { nodes: placement.nodes, ties }, hidden };
}

/** The frame that `forceLayout` asks for, so that all get the same room above the size that fits the screen. */
function roomFor(problem, project) {
  if (problem.nodes.length <= 30) return problem;
  const places = [...project.forceLayout(problem).nodes.values()];
  const width = Math.max(problem.width, ...places.map(({ x }) => x + 60));
  const height = Math.max(problem.height, ...places.map(({ y }) => y + 60));
  return { ...problem, width, height };
}

function measure(name, problem, project) {
  const rows = [];
  for (const [algorithm, run, most] of ALGORITHMS) {
    if (problem.nodes.length > most) continue;
    const start = performance.now();
    const { placement, hidden } = drawAll(run(problem, project));
    const ms = performance.now() - start;
    const audit = project.auditLayout(problem, placement);
    const cells = [
      name,
      algorithm,
      audit.overlaps + audit.linesThrough,
      audit.shortLines,
      audit.crossings,
      audit.lengthSpread.toFixed(2),
      hidden,
      ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`,
    ];
    rows.push(`| ${cells.join(' | ')} |`);
  }
  return rows;
}

/** Compares layouts on a dataset's JSON and on generated ones; gives a Markdown table. Takes minutes. */
export async function compareLayouts(file) {
  const project = await loadProject();
  const files = [file, buildGeneratedDataset(40, 60, 1), buildGeneratedDataset(150, 250, 1)];
  const rows = files.flatMap((raw) => {
    const dataset = project.buildDataset(project.parseDataset(raw).file);
    const problem = project.buildProblem(dataset, new Set(dataset.entities.keys()));
    const name = `${problem.nodes.length} nodes, ${problem.ties.length} ties`;
    return measure(name, roomFor(problem, project), project);
  });
  return [
    '| scene | layout | intersections | lines too short | crossings | length spread | wordings without room | time |',
    '|---|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = process.argv[2] ?? `${root}data/musk-putin-2024.json`;
  console.log(await compareLayouts(JSON.parse(readFileSync(path, 'utf8'))));
}
