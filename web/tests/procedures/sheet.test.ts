import { describe, expect, it } from 'vitest';
import { headsOf } from '$lib/procedures/sheet';

const cell = { symbol: 'process' as const, off_page_at: [], segments: [], labels: [] };

describe('the arrow heads of a cell', () => {
  it('from the side touch the symbol in the middle', () => expect(headsOf({ ...cell, arrows: [{ direction: 'right', x: 25, y: 50 }] })).toEqual([{ direction: 'right', x: 50 }]));
  it('from above stay on their line', () => expect(headsOf({ ...cell, arrows: [{ direction: 'down', x: 16, y: 25 }] })).toEqual([{ direction: 'down', x: 16 }]));
});
