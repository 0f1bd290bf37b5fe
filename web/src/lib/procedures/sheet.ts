// Where the arrow heads of a cell go. The layout gives their tips for a symbol that covers the middle half of the
// cell; our symbols have a fixed size while cells grow with their text, so a head belongs to the symbol's edge.
import type { SheetCell } from '$lib/api/types';

export interface Head {
  direction: SheetCell['arrows'][number]['direction'];
  /** Percent of the cell's width: the middle of the symbol that it touches. */
  x: number;
}

export const headsOf = (cell: SheetCell): Head[] =>
  cell.arrows.map(({ direction, x }) => ({ direction, x: direction === 'left' || direction === 'right' ? 50 : x }));
