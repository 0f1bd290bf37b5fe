import { describe, expect, it } from 'vitest';
import { linesOf, tipsOf } from '$lib/procedures/sheet';

describe('a cell of the official sheet', () => {
  it('leads a line that ends at the symbol to its middle', () =>
    expect(linesOf({ symbol: 'box', segments: [{ x1: 50, y1: 75, x2: 50, y2: 100, arrow: false }], labels: [] })).toEqual([{ x1: 50, y1: 50, x2: 50, y2: 100 }]));
  it('leaves a line alone that runs in its own lane', () =>
    expect(linesOf({ symbol: 'box', segments: [{ x1: 4, y1: 0, x2: 4, y2: 100, arrow: false }], labels: [] })).toEqual([{ x1: 4, y1: 0, x2: 4, y2: 100 }]));
  it('puts the tip of an arrow at the edge of the symbol', () =>
    expect(tipsOf({ symbol: 'box', segments: [{ x1: 0, y1: 50, x2: 50, y2: 50, arrow: true }], labels: [] })).toEqual([{ direction: 'right', atSymbol: true, x: 50, y: 50 }]));
});
