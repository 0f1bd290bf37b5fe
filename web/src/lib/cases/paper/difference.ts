// What changed between two versions of a naskah, in words: lines are matched first, then the words of lines that
// changed. The result put together again is both texts, so nothing can be hidden by it.

export type Change = 'same' | 'removed' | 'added';
export interface Piece {
  change: Change;
  text: string;
}

/** Beyond so many cells a passage counts as replaced as a whole: it would be unreadable anyway, and must not freeze a phone. */
const mostCells = 4_000_000;

/** Longest common subsequence of what is left after equal ends were taken off. */
function match(before: string[], after: string[]): Piece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  return [...all('same', before.slice(0, start)), ...middle(old, fresh), ...all('same', end ? before.slice(-end) : [])];
}

const all = (change: Change, texts: string[]): Piece[] => texts.map((text) => ({ change, text }));

function middle(old: string[], fresh: string[]): Piece[] {
  if (!old.length || !fresh.length || old.length * fresh.length > mostCells) return [...all('removed', old), ...all('added', fresh)];
  const width = fresh.length + 1;
  const length = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      length[i * width + j] = old[i] === fresh[j] ? length[(i + 1) * width + j + 1]! + 1 : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      pieces.push({ change: 'same', text: old[i]! });
      i += 1;
      j += 1;
    } else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) pieces.push({ change: 'removed', text: old[i++]! });
    else pieces.push({ change: 'added', text: fresh[j++]! });
  }
  return [...pieces, ...all('removed', old.slice(i)), ...all('added', fresh.slice(j))];
}

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

function joined(pieces: Piece[]): Piece[] {
  const short: Piece[] = [];
  for (const piece of pieces) {
    const last = short[short.length - 1];
    if (last?.change === piece.change) last.text += piece.text;
    else short.push({ ...piece });
  }
  return short;
}

/** A few blanks between two changes are part of the change: one long mark reads better than confetti. */
function calmed(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) out.push({ change: 'removed', text: removed });
    if (added) out.push({ change: 'added', text: added });
    removed = added = '';
  };
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const inside = piece.change === 'same' && /^[ ]*$/.test(piece.text) && next && next.change !== 'same' && (removed || added);
    if (piece.change === 'removed') removed += piece.text;
    else if (piece.change === 'added') added += piece.text;
    else if (inside) {
      removed += piece.text;
      added += piece.text;
    } else {
      flush();
      out.push(piece);
    }
  });
  flush();
  return joined(out);
}

export function difference(before: string, after: string): Piece[] {
  const lines = joined(match(linesOf(before), linesOf(after)));
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const here = lines[at]!;
    const next = lines[at + 1];
    const swapped = here.change !== 'same' && next && next.change !== 'same' && next.change !== here.change;
    if (!swapped) {
      pieces.push(here);
      continue;
    }
    const [old, fresh] = here.change === 'removed' ? [here.text, next.text] : [next.text, here.text];
    pieces.push(...match(wordsOf(old), wordsOf(fresh)));
    at += 1;
  }
  return calmed(joined(pieces));
}

export interface Counted {
  added: number;
  removed: number;
}
export function countWords(pieces: Piece[]): Counted {
  const words = (change: Change) => pieces.filter((piece) => piece.change === change).reduce((sum, piece) => sum + (piece.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return { added: words('added'), removed: words('removed') };
}
