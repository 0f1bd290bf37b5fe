// Naskah as the server reads them (core/document/manuscript): plain text in a small closed markup, here with the place
// in the text where each block stands, so that a comment finds its passage. Nothing can run: what is not understood is
// words.

export interface Span {
  text: string;
  bold?: boolean;
  italic?: boolean;
}
export type Side = 'start' | 'centre' | 'end';
export interface Item {
  spans: Span[];
  depth: number;
  numbered: boolean;
  number: number;
}
/** `from` and `to` are places in the text, in UTF-16 units. */
interface Place {
  from: number;
  to: number;
}
export type Block = Place &
  (
    | { kind: 'heading'; level: 1 | 2 | 3; spans: Span[] }
    | { kind: 'paragraph'; spans: Span[] }
    | { kind: 'list'; items: Item[] }
    | { kind: 'table'; head: string[]; sides: Side[]; rows: Span[][][] }
  );

interface Line extends Place {
  text: string;
  indent: number;
}

const mostColumns = 24;

export function wordsOf(spans: Span[]): string {
  return spans.map((span) => span.text).join('');
}

/** What stands in a passage without its marks: what a reader would quote. */
export function wordsIn(text: string): string {
  return readManuscript(text)
    .map((block) => {
      if (block.kind === 'list') return block.items.map((item) => wordsOf(item.spans)).join(' ');
      if (block.kind === 'table') return [block.head.join(' '), ...block.rows.map((row) => row.map(wordsOf).join(' '))].join(' ');
      return wordsOf(block.spans);
    })
    .join(' ');
}

function linesOf(text: string): Line[] {
  let from = 0;
  return text.split('\n').map((raw) => {
    const to = from + raw.length;
    // eslint-disable-next-line no-control-regex
    const clean = raw.replaceAll('\t', '  ').replace(/[\u0000-\u001f\u007f]/g, '');
    const line = { text: clean.trim(), indent: clean.length - clean.trimStart().length, from, to };
    from = to + 1;
    return line;
  });
}

export function cellsOf(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const inner = text.startsWith('|') ? text.slice(1) : text;
  for (let at = 0; at < inner.length; at += 1) {
    const sign = inner[at]!;
    const full = cells.length + 1 === mostColumns && at + 1 < inner.length;
    if (sign === '\\') cell += sign + (inner[(at += 1)] ?? '');
    else if (sign === '|' && !full) cell = (cells.push(cell.trim()), '');
    else cell += sign;
  }
  if (cell.length) cells.push(cell.trim());
  return cells;
}

function levelOf(text: string): 0 | 1 | 2 | 3 {
  const found = /^(#{1,3}) /.exec(text);
  return (found ? found[1]!.length : 0) as 0 | 1 | 2 | 3;
}

export function markerOf(text: string): { length: number; numbered: boolean; number: number } | undefined {
  if (text.startsWith('- ')) return { length: 2, numbered: false, number: 0 };
  const found = /^([1-9]\d{0,3})\. /.exec(text);
  return found ? { length: found[0].length, numbered: true, number: Number(found[1]) } : undefined;
}

export function sidesOf(text: string): Side[] | undefined {
  const cells = cellsOf(text);
  if (!cells.length || !cells.every((cell) => /^:?-+:?$/.test(cell))) return undefined;
  return cells.map((cell) => (cell.endsWith(':') ? (cell.startsWith(':') ? 'centre' : 'end') : 'start'));
}

class Reader {
  private at = 0;
  private readonly lines: Line[];

  constructor(text: string) {
    this.lines = linesOf(text);
  }

  read(): Block[] {
    const blocks: Block[] = [];
    while (this.at < this.lines.length) {
      const line = this.lines[this.at]!;
      const level = levelOf(line.text);
      if (!line.text) this.at += 1;
      else if (level) {
        this.at += 1;
        blocks.push({ kind: 'heading', level, spans: readSpans(line.text.slice(level).trim()), from: line.from, to: line.to });
      } else if (this.beginsTable(this.at)) blocks.push(this.readTable());
      else if (markerOf(line.text)) blocks.push(this.readList());
      else blocks.push(this.readParagraph());
    }
    return blocks;
  }

  private openCells(at: number): number {
    const text = this.lines[at]?.text ?? '';
    return !text.includes(' | ') || text.startsWith('|') ? 0 : cellsOf(text).length;
  }
  private beginsTable(at: number): boolean {
    if (this.lines[at]!.text.startsWith('|')) return true;
    const count = this.openCells(at);
    return count > 1 && this.openCells(at + 1) === count;
  }
  private readTable(): Block {
    const first = this.lines[this.at]!;
    const fenced = first.text.startsWith('|');
    const count = this.openCells(this.at);
    const rows: string[][] = [];
    let sides: Side[] = [];
    let to = first.to;
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at]!;
      if (fenced ? !line.text.startsWith('|') : this.openCells(this.at) !== count) break;
      const rule = rows.length === 1 && !sides.length ? sidesOf(line.text) : undefined;
      if (rule) sides = rule;
      else rows.push(cellsOf(line.text));
      to = line.to;
    }
    const width = Math.max(1, ...rows.map((row) => row.length));
    const filled = rows.map((row) => Array.from({ length: width }, (_, column) => readSpans(row[column] ?? '')));
    return {
      kind: 'table',
      head: filled[0]!.map(wordsOf),
      sides: Array.from({ length: width }, (_, column) => sides[column] ?? 'start'),
      rows: filled.slice(1),
      from: first.from,
      to,
    };
  }
  private readList(): Block {
    const from = this.lines[this.at]!.from;
    const texts: string[] = [];
    const items: Item[] = [];
    let to = from;
    for (; this.at < this.lines.length && this.lines[this.at]!.text; this.at += 1) {
      const line = this.lines[this.at]!;
      const marker = markerOf(line.text);
      if (marker) {
        const deepest = items.length ? items[items.length - 1]!.depth + 1 : 0;
        items.push({ spans: [], depth: Math.min(Math.floor(line.indent / 2), deepest, 2), numbered: marker.numbered, number: marker.number });
        texts.push(line.text.slice(marker.length).trim());
      } else if (line.indent >= 2 && !levelOf(line.text) && !this.beginsTable(this.at)) texts[texts.length - 1] += `\n${line.text}`;
      else break;
      to = line.to;
    }
    items.forEach((item, index) => (item.spans = readSpans(texts[index]!)));
    return { kind: 'list', items, from, to };
  }
  private readParagraph(): Block {
    const first = this.lines[this.at]!;
    const texts = [first.text];
    let to = first.to;
    for (this.at += 1; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at]!;
      if (!line.text || levelOf(line.text) || markerOf(line.text) || this.beginsTable(this.at)) break;
      texts.push(line.text);
      to = line.to;
    }
    return { kind: 'paragraph', spans: readSpans(texts.join('\n')), from: first.from, to };
  }
}

export const readManuscript = (text: string): Block[] => new Reader(text).read();

const isPunctuation = (sign: string | undefined) => sign !== undefined && /[!-/:-@[-`{-~]/.test(sign);
const isSpace = (sign: string | undefined) => sign === ' ' || sign === '\n' || sign === '\t';

function starsAt(text: string, at: number): number {
  let end = at;
  while (text[end] === '*') end += 1;
  return end - at;
}

function closingOf(text: string, from: number, end: number, length: number): number {
  for (let at = from; at < end; ) {
    const here = starsAt(text, at);
    if (text[at] === '\\' && isPunctuation(text[at + 1])) at += 2;
    else if (here) {
      if (here === length && !isSpace(text[at - 1])) return at;
      at += here;
    } else at += 1;
  }
  return end;
}

/** `look`: 1 italic, 2 bold; as many stars as it says. */
export function readSpans(text: string): Span[] {
  const spans: (Span & { look: number })[] = [];
  const add = (sign: string, look: number) => {
    const last = spans[spans.length - 1];
    if (last?.look === look) last.text += sign;
    else spans.push({ text: sign, look, ...(look & 2 ? { bold: true } : {}), ...(look & 1 ? { italic: true } : {}) });
  };
  const read = (from: number, end: number, look: number) => {
    const hopeless = new Set<number>();
    for (let at = from; at < end; ) {
      if (text[at] === '\\' && isPunctuation(text[at + 1])) {
        add(text[at + 1]!, look);
        at += 2;
        continue;
      }
      const length = starsAt(text, at);
      const next = text[at + length];
      const may = length > 0 && length <= 3 && !(look & length) && next !== undefined && !isSpace(next);
      const closing = may && !hopeless.has(length) ? closingOf(text, at + length, end, length) : end;
      if (length && closing < end) {
        read(at + length, closing, look | length);
        at = closing + length;
        continue;
      }
      if (may) hopeless.add(length);
      for (let count = Math.max(length, 1); count > 0; count -= 1) add(length ? '*' : text[at]!, look);
      at += Math.max(length, 1);
    }
  };
  read(0, text.length, 0);
  return spans.map(({ look: _, ...span }) => span);
}
