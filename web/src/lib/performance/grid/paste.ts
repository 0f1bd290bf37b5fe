// A block copied from Excel or LibreOffice, and where its cells go.
import type { Field } from '$lib/performance/grid/raw';

/** Tab-separated text; a cell that holds a tab, a line break or a quote is quoted. */
export function parseBlock(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    line.push(cell);
    cell = '';
  };
  const endLine = () => {
    endCell();
    lines.push(line);
    line = [];
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (quoted && sign === '"' && source[i + 1] === '"') cell += source[++i];
    else if (quoted && sign === '"') quoted = false;
    else if (quoted) cell += sign;
    else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endLine();
    else cell += sign;
  }
  if (cell !== '' || line.length) endLine();
  return lines;
}

/** More than one cell; a single one is left to the browser. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/[\r\n]+$/, ''));

/** One line of the grid: a row's own cells, or one input of its formula. A hole is a column that it does not have. */
export interface Line<Row> {
  row: Row;
  fields: (Field | undefined)[];
  locked: boolean;
}

export interface Placed<Row> {
  changes: { row: Row; field: Field; text: string }[];
  /** Cells with text that found no place: outside the grid, locked, or not a cell of this line. */
  lost: number;
}

export function place<Row>(lines: Line<Row>[], from: { line: number; column: number }, block: string[][]): Placed<Row> {
  const placed: Placed<Row> = { changes: [], lost: 0 };
  block.forEach((cells, down) =>
    cells.forEach((text, right) => {
      const line = lines[from.line + down];
      const field = line?.locked ? undefined : line?.fields[from.column + right];
      if (line && field) placed.changes.push({ row: line.row, field, text: text.trim() });
      else if (text.trim()) placed.lost += 1;
    }),
  );
  return placed;
}
