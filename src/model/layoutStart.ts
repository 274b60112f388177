import { type AnnealState, placeAll } from './annealState.ts';
import type { Random } from './layoutRandom.ts';

/** Spring steps: enough for 60 discs to settle. */
const STEPS = 120;

/**
 * Starting positions, written into the state: discs strewn over the frame by the generator, then moved by springs after
 * Fruchterman and Reingold (1991), and fitted to the frame. O(n²) a step, for at most a few hundred discs.
 */
export function startPositions(s: AnnealState, random: Random): void {
  for (let i = 0; i < s.n; i += 1) {
    s.x[i] = (0.1 + 0.8 * random.next()) * s.width;
    s.y[i] = (0.1 + 0.8 * random.next()) * s.height;
  }
  const spring = Math.sqrt((s.width * s.height) / Math.max(1, s.n)) * 0.8;
  const moveX = new Float64Array(s.n);
  const moveY = new Float64Array(s.n);
  for (let step = 0; step < STEPS; step += 1) {
    moveX.fill(0);
    moveY.fill(0);
    repel(s, spring, moveX, moveY);
    attract(s, spring, moveX, moveY);
    const reach = spring * (1 - step / STEPS) * 0.5;
    for (let i = 0; i < s.n; i += 1) {
      const length = Math.sqrt(moveX[i]! * moveX[i]! + moveY[i]! * moveY[i]!);
      const scale = length > reach ? reach / length : 1;
      s.x[i]! += moveX[i]! * scale;
      s.y[i]! += moveY[i]! * scale;
    }
  }
  fitToFrame(s, 50);
  placeAll(s);
}

function repel(s: AnnealState, spring: number, moveX: Float64Array, moveY: Float64Array): void {
  for (let i = 0; i < s.n; i += 1) {
    for (let j = i + 1; j < s.n; j += 1) {
      const dx = s.x[i]! - s.x[j]!;
      const dy = s.y[i]! - s.y[j]!;
      const force = (spring * spring) / (dx * dx + dy * dy + 1);
      moveX[i]! += dx * force;
      moveY[i]! += dy * force;
      moveX[j]! -= dx * force;
      moveY[j]! -= dy * force;
    }
    moveX[i]! += (s.width / 2 - s.x[i]!) * 0.1;
    moveY[i]! += (s.height / 2 - s.y[i]!) * 0.1;
  }
}

function attract(s: AnnealState, spring: number, moveX: Float64Array, moveY: Float64Array): void {
  for (let t = 0; t < s.m; t += 1) {
    if (s.loop[t] === 1) continue;
    const a = s.from[t]!;
    const b = s.to[t]!;
    const dx = s.x[a]! - s.x[b]!;
    const dy = s.y[a]! - s.y[b]!;
    const force = Math.sqrt(dx * dx + dy * dy) / spring;
    moveX[a]! -= dx * force;
    moveY[a]! -= dy * force;
    moveX[b]! += dx * force;
    moveY[b]! += dy * force;
  }
}

/** Stretches the positions so that they fill the frame but for `margin` px at each edge. */
function fitToFrame(s: AnnealState, margin: number): void {
  stretch(s.x, s.n, s.width, margin);
  stretch(s.y, s.n, s.height, margin);
}

function stretch(values: Float64Array, count: number, size: number, margin: number): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i += 1) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  const span = high - low;
  const room = Math.max(0, size - 2 * margin);
  for (let i = 0; i < count; i += 1) {
    values[i] = span > 1e-6 ? size / 2 - room / 2 + ((values[i]! - low) / span) * room : size / 2;
  }
}
