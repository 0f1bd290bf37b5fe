// Binds the keyboard and the clipboard to the cells below one element. A cell is an input, a text area or a select
// with data-line and data-column.
import { meaning, nextCell, type At, type Caret } from '$lib/performance/grid/movement';

type CellElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Grid {
  lines: () => number;
  columns: number;
  paste: (at: At, text: string) => boolean;
  undo: () => void;
  redo: () => void;
  /** Escape: the text as it was when the cell was entered. */
  restore: (cell: CellElement, text: string) => void;
}

export function gridKeys(root: HTMLElement, grid: Grid): () => void {
  let before = '';
  const find = (at: At) => root.querySelector<CellElement>(`[data-line="${at.line}"][data-column="${at.column}"]`);
  const go = (cell: CellElement) => {
    cell.focus();
    if (!(cell instanceof HTMLSelectElement)) cell.select();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const keydown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && isUndo(event, grid)) return event.preventDefault();
    if (!cell) return;
    if (event.key === 'Enter' && event.altKey) return newLine(event, cell);
    if (event.key === 'F2' && !(cell instanceof HTMLSelectElement)) return cell.setSelectionRange(cell.value.length, cell.value.length);
    if (event.key === 'Escape' && cell.value !== before) {
      event.preventDefault();
      return grid.restore(cell, before);
    }
    const direction = meaning(event, caretOf(cell));
    const next = direction && nextCell(grid.lines(), grid.columns, (at) => Boolean(find(at)), placeOf(cell), direction);
    if (!direction || (!next && event.key !== 'Enter')) return;
    event.preventDefault();
    if (next) go(find(next)!);
  };
  const focusin = (event: FocusEvent) => (before = cellOf(event.target)?.value ?? '');
  const paste = (event: ClipboardEvent) => {
    const cell = cellOf(event.target);
    if (cell && grid.paste(placeOf(cell), event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  };

  root.addEventListener('keydown', keydown);
  root.addEventListener('focusin', focusin);
  root.addEventListener('paste', paste);
  return () => {
    root.removeEventListener('keydown', keydown);
    root.removeEventListener('focusin', focusin);
    root.removeEventListener('paste', paste);
  };
}

const cellOf = (target: EventTarget | null): CellElement | undefined =>
  target instanceof HTMLElement && target.dataset.line !== undefined ? (target as CellElement) : undefined;

const placeOf = (cell: CellElement): At => ({ line: Number(cell.dataset.line), column: Number(cell.dataset.column) });

function caretOf(cell: CellElement): Caret {
  if (cell instanceof HTMLSelectElement) return { allSelected: false, atStart: true, atEnd: true, tall: false, choice: true };
  const { selectionStart, selectionEnd, value } = cell;
  return {
    allSelected: selectionStart === 0 && selectionEnd === value.length,
    atStart: selectionEnd === 0,
    atEnd: selectionStart === value.length,
    tall: cell instanceof HTMLTextAreaElement,
    choice: false,
  };
}

function isUndo(event: KeyboardEvent, grid: Grid): boolean {
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) grid.undo();
  else if (key === 'y' || key === 'z') grid.redo();
  else return false;
  return true;
}

function newLine(event: KeyboardEvent, cell: CellElement): void {
  if (!(cell instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  cell.setRangeText('\n', cell.selectionStart, cell.selectionEnd, 'end');
  cell.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The next cell that is marked wrong, from where the cursor is; around the end to the first. */
export function focusNextFault(root: ParentNode = document): void {
  const wrong = [...root.querySelectorAll<HTMLElement>('.entry :is([aria-invalid="true"], [data-invalid])')];
  const here = document.activeElement;
  const next = wrong.find((one) => here && one !== here && here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? wrong[0];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}
