// What the buttons and keys of the editor do to the text: a function takes the text with its selection and gives both
// back. Nothing here knows the browser, so all of it can be tested.
import { cellsOf, markerOf, sidesOf, type Side } from './manuscript';

export interface Editing {
  text: string;
  from: number;
  to: number;
}

export interface Grid {
  head: string[];
  sides: Side[];
  rows: string[][];
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number) => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** Puts stars around the selection, or takes them away. Without a selection: around the word at the caret. */
export function toggleStars({ text, from, to }: Editing, stars: '*' | '**'): Editing {
  if (from === to) {
    while (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1]!)) from -= 1;
    while (to < text.length && /[\p{L}\p{N}]/u.test(text[to]!)) to += 1;
  }
  const size = stars.length;
  const inside = text.slice(from, to);
  const before = text.slice(from - size, from) === stars && (size === 2 || text[from - 2] !== '*');
  if (before && text.slice(to, to + size) === stars) {
    return { text: text.slice(0, from - size) + inside + text.slice(to + size), from: from - size, to: to - size };
  }
  return { text: text.slice(0, from) + stars + inside + stars + text.slice(to), from: from + size, to: to + size };
}

function overLines({ text, from, to }: Editing, change: (line: string, index: number) => string): Editing {
  const start = lineStart(text, from);
  const end = lineEnd(text, Math.max(from, to - 1));
  const lines = text.slice(start, end).split('\n');
  const changed = lines.map(change).join('\n');
  const first = change(lines[0]!, 0).length - lines[0]!.length;
  const moved = from === to ? Math.max(start, from + first) : start;
  return { text: text.slice(0, start) + changed + text.slice(end), from: moved, to: from === to ? moved : start + changed.length };
}

const bare = (line: string) => line.replace(/^\s*(#{1,3} |- |[1-9]\d{0,3}\. )/, '');

/** Makes the lines headings of this level; 0, or the level they have, makes them words again. */
export function setHeading(editing: Editing, level: 0 | 1 | 2 | 3): Editing {
  const mark = level ? `${'#'.repeat(level)} ` : '';
  const already = level > 0 && editing.text.slice(lineStart(editing.text, editing.from)).startsWith(mark);
  return overLines(editing, (line) => (already ? bare(line) : mark + bare(line)));
}

export function toggleList(editing: Editing, kind: 'bullets' | 'numbers'): Editing {
  const start = lineStart(editing.text, editing.from);
  const marker = markerOf(editing.text.slice(start, lineEnd(editing.text, start)).trim());
  const already = marker && marker.numbered === (kind === 'numbers');
  let number = 0;
  return overLines(editing, (line, index) => {
    if (index === 0) number = 0;
    if (already || !bare(line).trim()) return bare(line);
    return kind === 'bullets' ? `- ${bare(line)}` : `${(number += 1)}. ${bare(line)}`;
  });
}

/** Moves list items one step in or out; nothing when the caret is in no list. */
export function indent(editing: Editing, step: 1 | -1): Editing | undefined {
  const start = lineStart(editing.text, editing.from);
  if (!markerOf(editing.text.slice(start, lineEnd(editing.text, start)).trim())) return undefined;
  return overLines(editing, (line) => (step > 0 ? `  ${line}` : line.replace(/^ {1,2}/, '')));
}

/** Enter inside a list begins the next item; on an empty item it ends the list. Nothing elsewhere. */
export function enter({ text, from, to }: Editing): Editing | undefined {
  const start = lineStart(text, from);
  const line = text.slice(start, lineEnd(text, from));
  const spaces = /^ */.exec(line)![0];
  const marker = markerOf(line.trimStart().padEnd(3, ' '));
  if (!marker || from < start + spaces.length + marker.length) return undefined;
  if (!line.slice(spaces.length + marker.length).trim()) {
    return { text: text.slice(0, start) + text.slice(lineEnd(text, to)), from: start, to: start };
  }
  const next = `\n${spaces}${marker.numbered ? `${marker.number + 1}. ` : '- '}`;
  return { text: text.slice(0, from) + next + text.slice(to), from: from + next.length, to: from + next.length };
}

/** The fenced table around the caret; undefined where there is none. */
export function tableAt({ text, from }: Editing): { grid: Grid; from: number; to: number } | undefined {
  const isRow = (at: number) => text.slice(at, lineEnd(text, at)).trimStart().startsWith('|');
  let start = lineStart(text, from);
  if (!isRow(start)) return undefined;
  while (start > 0 && isRow(lineStart(text, start - 1))) start = lineStart(text, start - 1);
  let end = lineEnd(text, start);
  while (end < text.length && isRow(end + 1)) end = lineEnd(text, end + 1);
  const lines = text.slice(start, end).split('\n').map((line) => line.trim());
  const rule = lines[1] ? sidesOf(lines[1]) : undefined;
  const rows = lines.filter((_, index) => !(rule && index === 1)).map((line) => cellsOf(line).map((cell) => cell.replaceAll('\\|', '|')));
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  return { grid: { head: full[0]!, rows: full.slice(1), sides: full[0]!.map((_, column) => rule?.[column] ?? 'start') }, from: start, to: end };
}

const rules: Record<Side, string> = { start: '---', centre: ':-:', end: '--:' };

export function writeTable(grid: Grid): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|').trim()).join(' | ')} |`;
  return [line(grid.head), `|${grid.sides.map((side) => rules[side]).join('|')}|`, ...grid.rows.map(line)].join('\n');
}

/** Puts the table where it was, or on lines of its own after the caret's line. */
export function putTable(editing: Editing, grid: Grid): Editing {
  const written = writeTable(grid);
  const old = tableAt(editing);
  if (old) {
    const text = editing.text.slice(0, old.from) + written + editing.text.slice(old.to);
    return { text, from: old.from, to: old.from };
  }
  const at = lineEnd(editing.text, editing.to);
  const before = editing.text.slice(0, at).trimEnd();
  const lead = before ? `${before}\n\n` : '';
  const rest = editing.text.slice(at).replace(/^\n+/, '');
  return { text: `${lead}${written}\n\n${rest}`, from: lead.length, to: lead.length };
}

/** Tabs and line ends, as spreadsheets copy them, become a grid. */
export function gridOf(pasted: string): Grid | undefined {
  const rows = pasted.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map((line) => line.split('\t'));
  const width = Math.max(...rows.map((row) => row.length));
  if (width < 2 || rows.length < 2) return undefined;
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => (row[column] ?? '').trim()));
  const isNumber = (text: string) => /^-?[\d.]*\d(,\d+)?%?$/.test(text);
  const sides = full[0]!.map((_, column) => (full.slice(1).every((row) => !row[column] || isNumber(row[column]!)) ? 'end' : 'start') as Side);
  return { head: full[0]!, rows: full.slice(1), sides };
}
