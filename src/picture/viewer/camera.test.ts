import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringInside, extentOf, lookAtBox, panBy, zoomAbout } from './camera.ts';

const VIEW = { width: 800, height: 600 };
const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const look = fc.record({ x: coordinate, y: coordinate, zoom: fc.double({ min: 0.1, max: 5, noNaN: true }) });
const inView = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });

describe('camera', () => {
  it('keeps what lies under the pointer there while zooming', () => {
    fc.assert(
      fc.property(look, fc.double({ min: 0.5, max: 2, noNaN: true }), inView, (from, factor, at) => {
        const under = (one: typeof from): [number, number] => {
          const { x, y } = extentOf(one, VIEW);
          return [x + at.x / one.zoom, y + at.y / one.zoom];
        };
        const [before, after] = [under(from), under(zoomAbout(from, factor, at, VIEW))];
        expect(after[0]).toBeCloseTo(before[0], 4);
        expect(after[1]).toBeCloseTo(before[1], 4);
      }),
    );
  });

  it('shows a framed box whole, in the middle, and never blows it up far', () => {
    const wide = { x: 100, y: 50, width: 1600, height: 100 };
    expect(lookAtBox(wide, VIEW)).toEqual({ x: 900, y: 100, zoom: 0.5 });
    expect(lookAtBox({ x: 0, y: 0, width: 10, height: 10 }, VIEW).zoom).toBe(1.5);
    expect(lookAtBox({ x: 0, y: 0, width: 0, height: 0 }, VIEW)).toEqual({ x: 0, y: 0, zoom: 1.5 });
  });

  it('brings a point inside the edges, and moves nothing for one that is there', () => {
    fc.assert(
      fc.property(look, fc.record({ x: coordinate, y: coordinate }), (from, point) => {
        const to = bringInside(from, point, VIEW);
        const { x, y, width, height } = extentOf(to, VIEW);
        expect(point.x).toBeGreaterThanOrEqual(x - 0.001);
        expect(point.x).toBeLessThanOrEqual(x + width + 0.001);
        expect(point.y).toBeGreaterThanOrEqual(y - 0.001);
        expect(point.y).toBeLessThanOrEqual(y + height + 0.001);
        expect(bringInside(to, point, VIEW)).toEqual(to);
      }),
    );
  });

  it('moves the picture with the pointer', () => {
    expect(panBy({ x: 0, y: 0, zoom: 2 }, 10, -20)).toEqual({ x: -5, y: 10, zoom: 2 });
  });
});
