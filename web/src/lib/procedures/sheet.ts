// From the sheet's layout (percent of each cell) to what is drawn. Symbols have a fixed size, cells grow with their
// text, so a line that ends at a symbol is led to the symbol's middle and the symbol lies over it.
import type { SheetCell } from '$lib/api/types';

type Segment = SheetCell['segments'][number];

export interface Drawn {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where an arrow's tip sits: at the edge of the symbol, or at a point of the cell. */
export interface Tip {
  direction: 'down' | 'up' | 'left' | 'right';
  atSymbol: boolean;
  x: number;
  y: number;
}

const reach = 34; // percent from the middle that a symbol may take up

export function linesOf(cell: SheetCell): Drawn[] {
  return cell.segments.map(({ x1, y1, x2, y2 }) => {
    const [a, b] = [settle(cell, x1, y1), settle(cell, x2, y2)];
    return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  });
}

export function tipsOf(cell: SheetCell): Tip[] {
  return cell.segments
    .filter((segment) => segment.arrow)
    .map((segment) => ({ direction: directionOf(segment), atSymbol: nearSymbol(cell, segment.x2, segment.y2), x: segment.x2, y: segment.y2 }));
}

function settle(cell: SheetCell, x: number, y: number): { x: number; y: number } {
  return nearSymbol(cell, x, y) ? { x: 50, y: 50 } : { x, y };
}

function nearSymbol(cell: SheetCell, x: number, y: number): boolean {
  const onAxis = x === 50 || y === 50;
  return Boolean(cell.symbol) && onAxis && Math.abs(x - 50) <= reach && Math.abs(y - 50) <= reach;
}

function directionOf({ x1, y1, x2, y2 }: Segment): Tip['direction'] {
  if (x1 === x2) return y2 >= y1 ? 'down' : 'up';
  return x2 > x1 ? 'right' : 'left';
}
