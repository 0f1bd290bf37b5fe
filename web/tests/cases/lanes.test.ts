import { describe, expect, it } from 'vitest';
import { layOut, type Cell, type FlowStep } from '$lib/cases/lanes';

const step = (id: string, performer: string, next: string[] = [], more: Partial<FlowStep> = {}): FlowStep => ({ id, performers: [performer], next, outcomes: [], runs: [], ...more });

/** Every line must begin where another ends, or in a cell with a step. */
function looseEnds(grid: Cell[][]): string[] {
  const ends = new Map<string, number>();
  const nodes = new Set<string>();
  grid.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell.node) nodes.add(`${r * 100 + 50},${c * 100 + 50}`);
      for (const { x1, y1, x2, y2 } of cell.lines)
        for (const [x, y] of [[x1, y1], [x2, y2]] as const) {
          const key = `${r * 100 + y},${c * 100 + x}`;
          ends.set(key, (ends.get(key) ?? 0) + 1);
        }
    }),
  );
  return [...ends].filter(([key, count]) => count < 2 && !nodes.has(key)).map(([key]) => key);
}

const straight = (grid: Cell[][]) => grid.flat().flatMap((cell) => cell.lines).every((line) => line.x1 === line.x2 || line.y1 === line.y2);

describe('the lines of the flow', () => {
  it('run straight down within a column', () => {
    const grid = layOut([step('a', 'x', ['b']), step('b', 'x')], ['x']);
    expect(grid[0]![0]!.lines).toEqual([{ x1: 50, y1: 50, x2: 50, y2: 100, kind: 'ahead' }]);
    expect(grid[1]![0]!.arrows).toEqual([{ side: 'top', kind: 'ahead' }]);
  });

  it('go down first, then across into the side of the next performer', () => {
    const grid = layOut([step('a', 'x', ['b']), step('b', 'z')], ['x', 'y', 'z']);
    expect(grid[1]![2]!.arrows).toEqual([{ side: 'left', kind: 'ahead' }]);
    expect(grid[1]![1]!.lines).toEqual([{ x1: 0, y1: 50, x2: 100, y2: 50, kind: 'ahead' }]);
    expect(looseEnds(grid)).toEqual([]);
  });

  it('pass another step of the same column in a lane at its side', () => {
    const steps = [step('a', 'x', [], { outcomes: [{ target: 'b' }, { target: 'c' }] }), step('b', 'x', ['c']), step('c', 'x')];
    const grid = layOut(steps, ['x']);
    expect(grid[2]![0]!.arrows.map((arrow) => arrow.side).sort()).toEqual(['right', 'top']);
    expect(looseEnds(grid)).toEqual([]);
  });

  it('a return that was made runs back in its own lane', () => {
    const steps = [step('a', 'x', ['b']), step('b', 'y', [], { runs: [{ returned_to: 'a' }] })];
    const grid = layOut(steps, ['x', 'y']);
    expect(grid[1]![1]!.lines.some((line) => line.kind === 'back')).toBe(true);
    expect(grid[0]![0]!.arrows).toEqual([{ side: 'right', kind: 'back' }]);
    expect(looseEnds(grid)).toEqual([]);
  });

  it('what has been walked is told from what lies ahead', () => {
    const grid = layOut([step('a', 'x', ['b'], { runs: [{}] }), step('b', 'x', ['c'], { runs: [{}] }), step('c', 'x')], ['x']);
    expect(grid[1]![0]!.arrows[0]!.kind).toBe('passed');
    expect(grid[2]![0]!.arrows[0]!.kind).toBe('ahead');
  });

  it('of two outcomes only the one that was chosen has been walked', () => {
    const outcomes = [{ label: 'perlu perbaikan', target: 'b' }, { label: 'sudah baik', target: 'c' }];
    const steps = [step('a', 'x', [], { outcomes, runs: [{ outcome: 'perlu perbaikan' }] }), step('b', 'y', ['c'], { runs: [{}] }), step('c', 'x', [], { runs: [{}] })];
    const grid = layOut(steps, ['x', 'y']);
    expect(grid[1]![1]!.arrows).toEqual([{ side: 'left', kind: 'passed' }]);
    expect(grid[2]![0]!.arrows.map((arrow) => arrow.kind).sort()).toEqual(['ahead', 'passed']);
    expect(grid[0]![0]!.lines.at(-1)!.kind).toBe('passed');
  });

  it('joint work stands in two columns, joined sideways', () => {
    const grid = layOut([step('a', 'y', [], { gathers_from: 'z' })], ['x', 'y', 'z']);
    expect(grid[0]!.map((cell) => cell.node)).toEqual([undefined, 'lead', 'joint']);
    expect(looseEnds(grid)).toEqual([]);
  });

  it('any flow is drawn with straight lines that all lead somewhere', () => {
    const lanes = ['a', 'b', 'c', 'd', 'e'];
    let seed = 20260105;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    for (let round = 0; round < 200; round++) {
      const count = 2 + random(12);
      const steps = Array.from({ length: count }, (_, i) =>
        step(`s${i}`, lanes[random(5)]!, [`s${random(count)}`], { outcomes: random(3) ? [] : [{ target: `s${random(count)}` }, {}], runs: random(2) ? [{ returned_to: `s${random(count)}` }] : [], gathers_from: random(4) ? undefined : lanes[random(5)]! }),
      );
      const grid = layOut(steps, lanes);
      expect(straight(grid)).toBe(true);
      expect(looseEnds(grid), `round ${round}`).toEqual([]);
    }
  });
});
