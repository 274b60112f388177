import { describe, expect, it } from 'vitest';
import { auditLayout, boxDistance, clipToBox, type LayoutAudit, labelBox, visibleLine } from './layoutAudit.ts';
import type { LayoutNode, LayoutProblem, LayoutTie, NameSide } from './layoutProblem.ts';

/**
 * Discs of radius 10 with names of 40 × 16 at "x,y,side" in a frame of 400 × 300, and ties between them, "from-to@at",
 * with wordings of 30 × 12.
 */
function audit(spots: string, lines = ''): LayoutAudit {
  const nodes: LayoutNode[] = [];
  const places: [string, { x: number; y: number; side: NameSide }][] = [];
  for (const [index, spot] of spots.split(' ').filter(Boolean).entries()) {
    const [x, y, side = 'below'] = spot.split(',');
    nodes.push({ id: `n${index}`, radius: 10, name: { width: 40, height: 16 } });
    places.push([`n${index}`, { x: Number(x), y: Number(y), side: side as NameSide }]);
  }
  const ties: LayoutTie[] = [];
  const ats: [string, { at: number }][] = [];
  for (const [index, line] of lines.split(' ').filter(Boolean).entries()) {
    const [from = '', to = '', at] = line.split(/[>@]/);
    ties.push({ id: `t${index}`, from: Number(from), to: Number(to), label: { width: 30, height: 12 } });
    ats.push([`t${index}`, { at: Number(at) }]);
  }
  const problem: LayoutProblem = { nodes, ties, width: 400, height: 300, centre: 0, seed: 1 };
  return auditLayout(problem, { nodes: new Map(places), ties: new Map(ats) });
}

describe('auditLayout', () => {
  it('finds nothing wrong with what is right', () => {
    expect(audit('100,150 300,150', '0>1@0.5')).toMatchObject({
      overlaps: 0,
      linesThrough: 0,
      shortLines: 0,
      crossings: 0,
      outside: 0,
      lengthSpread: 0,
      centreDistance: 100,
    });
  });

  it('counts overlaps of discs, names and wordings, and the smallest gap', () => {
    expect(audit('100,100 119,100,above')).toMatchObject({ overlaps: 1, minGap: 0 });
    expect(audit('100,100 133,140,right')).toMatchObject({ overlaps: 0, minGap: Math.sqrt(9 + 1) });
    expect(audit('100,100 100,131').overlaps).toBe(1);
    expect(audit('100,100 100,120,right').overlaps).toBe(2);
    expect(audit('100,150 300,150 200,165,right', '0>1@0.5').overlaps).toBe(1);
  });

  it('counts lines through names, discs and wordings, those at their own ends only for names', () => {
    expect(audit('100,100 100,200', '0>1@0.6').linesThrough).toBe(1);
    expect(audit('100,100,above 100,200', '0>1@0.6').linesThrough).toBe(0);
    expect(audit('100,150 300,150 200,150,above', '0>1@0.3').linesThrough).toBe(1);
    expect(audit('100,150 300,150 200,164', '0>1@0.3').linesThrough).toBe(0);
    expect(audit('100,150 300,150 200,162', '0>1@0.3').linesThrough).toBe(1);
    expect(audit('100,150 300,150 200,60,above 200,250', '0>1@0.5 2>3@0.2')).toMatchObject({
      linesThrough: 1,
      crossings: 1,
    });
  });

  it('counts lines that show too little beside their wording', () => {
    expect(audit('100,150 171,150', '0>1@0.5').shortLines).toBe(0);
    expect(audit('100,150 169,150', '0>1@0.5').shortLines).toBe(1);
    expect(audit('100,150 300,150', '0>1@0.1').shortLines).toBe(1);
    expect(audit('100,150 135,150', '0>1@-1').shortLines).toBe(0);
  });

  it('counts crossings but not lines that meet at a disc', () => {
    const square = '60,60 340,60 340,240 60,240';
    expect(audit(square, '0>2@0.2 1>3@0.2').crossings).toBe(1);
    expect(audit(square, '0>1@0.5 1>2@0.5').crossings).toBe(0);
    expect(audit(square, '0>1@0.5 2>3@0.5').crossings).toBe(0);
  });

  it('counts what leaves the frame', () => {
    expect(audit('15,150').outside).toBe(1);
    expect(audit('5,150').outside).toBe(2);
    expect(audit('200,280').outside).toBe(1);
  });

  it('measures how uneven lines are and how far the centre is off', () => {
    const measured = audit('200,150 300,150 50,150', '0>1@0.5 0>2@0.5');
    expect(measured.lengthSpread).toBeCloseTo(25 / 105, 6);
    expect(measured.centreDistance).toBe(0);
  });

  it('ignores ties from a disc to itself', () => {
    expect(audit('200,150', '0>0@0.5')).toMatchObject({ overlaps: 0, shortLines: 0, crossings: 0 });
    expect(audit('')).toMatchObject({ overlaps: 0, centreDistance: 0, minGap: Number.POSITIVE_INFINITY });
  });
});

describe('geometry', () => {
  it('draws a line from outline to outline', () => {
    expect(visibleLine({ x: 0, y: 0 }, 10, { x: 100, y: 0 }, 20)).toEqual({
      from: { x: 10, y: 0 },
      to: { x: 80, y: 0 },
    });
    expect(visibleLine({ x: 0, y: 0 }, 10, { x: 20, y: 0 }, 20)).toEqual({
      from: { x: 10, y: 0 },
      to: { x: 10, y: 0 },
    });
  });

  it('clips to a box', () => {
    const box = { x: 10, y: -5, width: 20, height: 10 };
    expect(clipToBox({ x: 0, y: 0 }, { x: 40, y: 0 }, box)).toEqual([0.25, 0.75]);
    expect(clipToBox({ x: 0, y: 6 }, { x: 40, y: 6 }, box)).toBeUndefined();
    expect(clipToBox({ x: 20, y: 0 }, { x: 20, y: 100 }, box)).toEqual([0, 0.05]);
  });

  it('measures between boxes and places wordings', () => {
    expect(boxDistance({ x: 0, y: 0, width: 10, height: 10 }, { x: 13, y: 14, width: 5, height: 5 })).toBe(5);
    const tie = { id: 't', from: 0, to: 1, label: { width: 20, height: 10 } };
    expect(labelBox(tie, 0.25, { x: 0, y: 0 }, { x: 100, y: 0 })).toEqual({ x: 15, y: -5, width: 20, height: 10 });
    expect(labelBox(tie, -1, { x: 0, y: 0 }, { x: 100, y: 0 })).toBeUndefined();
  });
});
