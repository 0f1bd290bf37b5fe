// Where a comment stands in a text. It was made on a passage of one version; in a later version the same words may have
// moved, or may be gone.
import { readManuscript, wordsIn, type Block } from './manuscript';

export interface Anchored {
  id: string;
  version: number;
  position: number;
  quote: string;
}
export interface Anchor<T extends Anchored> {
  comment: T;
  /** Place of the block in the text; undefined: the passage is gone. */
  block?: number;
}

export const longestQuote = 400;

/** Characters before a place, as the server counts them. */
export const positionOf = (text: string, at: number): number => [...text.slice(0, at)].length;
const placeOf = (text: string, position: number): number => [...text].slice(0, position).join('').length;

/** The nearest place where the words still stand. */
function find(text: string, quote: string, near: number): number {
  let best = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best;
}

export function anchor<T extends Anchored>(text: string, comments: T[]): Anchor<T>[] {
  const blocks = readManuscript(text);
  return comments.map((comment) => {
    const at = find(text, comment.quote, placeOf(text, comment.position));
    const block = at < 0 ? undefined : blocks.find((one) => one.from <= at && at < one.to);
    return block ? { comment, block: block.from } : { comment };
  });
}

/** The passage of a block that was selected, or its beginning. Always a piece of the text as it is kept. */
export function passage(text: string, block: Block, selected: string): { position: number; quote: string } {
  const raw = text.slice(block.from, block.to);
  const inside = selected.trim() ? raw.indexOf(selected.trim()) : -1;
  const quote = inside >= 0 ? selected.trim() : raw;
  const short = [...quote].slice(0, longestQuote).join('');
  return { position: positionOf(text, block.from + Math.max(inside, 0)), quote: short };
}

/** A quote as people read it. */
export const readable = (quote: string): string => wordsIn(quote).trim() || quote;
