// Moving through the grid with the keyboard, as in a spreadsheet: which cell a key leads to. The document is asked
// nothing here; grid-keys.ts does that.

export interface At {
  line: number;
  column: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** The next cell in a direction; undefined at the edge. `has` says whether a line has a cell in a column. */
export function nextCell(lines: number, columns: number, has: (at: At) => boolean, from: At, direction: Direction): At | undefined {
  const search = (start: At, line: number, column: number): At | undefined => {
    for (let at = start; at.line >= 0 && at.line < lines && at.column >= 0 && at.column < columns; at = { line: at.line + line, column: at.column + column }) {
      if (has(at)) return at;
    }
    return undefined;
  };
  switch (direction) {
    case 'up':
      return search({ line: from.line - 1, column: from.column }, -1, 0);
    case 'down':
      return search({ line: from.line + 1, column: from.column }, 1, 0);
    case 'left':
      return search({ line: from.line, column: from.column - 1 }, 0, -1);
    case 'right':
      return search({ line: from.line, column: from.column + 1 }, 0, 1);
    case 'first':
      return search({ line: 0, column: 0 }, 1, 0);
    case 'last':
      return search({ line: lines - 1, column: 0 }, -1, 0);
  }
}

/** How the text of the cell under the cursor stands. */
export interface Caret {
  allSelected: boolean;
  atStart: boolean;
  atEnd: boolean;
  /** A text of several lines: up and down belong to it until its edge is reached. */
  tall: boolean;
  /** A list of choices: up and down belong to it. */
  choice: boolean;
}

export interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
}

/** What a key means here; undefined when it is the text's own. */
export function meaning(pressed: Pressed, caret: Caret): Direction | undefined {
  const { key, shiftKey, ctrlKey, altKey } = pressed;
  if (altKey) return undefined;
  if (key === 'Enter' && !ctrlKey) return shiftKey ? 'up' : 'down';
  if (ctrlKey && key === 'Home') return 'first';
  if (ctrlKey && key === 'End') return 'last';
  if (shiftKey || ctrlKey) return undefined;
  const free = caret.allSelected || caret.choice;
  if (key === 'ArrowLeft' && (free || caret.atStart)) return 'left';
  if (key === 'ArrowRight' && (free || caret.atEnd)) return 'right';
  if (caret.choice) return undefined;
  if (key === 'ArrowUp' && (!caret.tall || caret.allSelected || caret.atStart)) return 'up';
  if (key === 'ArrowDown' && (!caret.tall || caret.allSelected || caret.atEnd)) return 'down';
  return undefined;
}
