// What is typed on the screen, and what becomes of it. Nothing here knows the browser.
import type { StoredFile } from '$lib/api/types';
import type { Letterhead, Template } from './api';

export type Kind = Template['kind'];
/** What stands in the editor for each kind of paper that was looked at. */
export type Texts = Partial<Record<Kind, string>>;
export type Draft = Omit<Letterhead, 'logo'> & { logo: StoredFile[] };
export const mostLines = 6;

export const draftOf = ({ logo, lines, ...rest }: Letterhead): Draft => ({ ...rest, lines: lines.map((line) => ({ ...line })), logo: logo ? [logo] : [] });

export function letterheadOf({ logo, lines, address, contacts, place, size }: Draft): Letterhead {
  return {
    lines: lines.map(({ text, look }) => ({ text: text.trim(), look })),
    address: address.trim(),
    contacts: contacts.trim(),
    place: place.trim(),
    size,
    ...(logo[0] ? { logo: logo[0] } : {}),
  };
}

/** A line that is still being written does not stop the preview. */
export const withoutBlanks = (letterhead: Letterhead): Letterhead => ({ ...letterhead, lines: letterhead.lines.filter((line) => line.text) });

export function moveUp<T>(lines: readonly T[], at: number): T[] {
  const moved = [...lines];
  moved.splice(at - 1, 0, ...moved.splice(at, 1));
  return moved;
}

/**
 * The texts after loading `now`, where `before` was loaded until then: what nobody typed over follows the server, what is
 * typed stays. Where both changed, the server's is taken only of the kind that is wanted `fresh`.
 */
export function textsAfter(texts: Texts, before: Template[], now: Template[], fresh?: string): Texts {
  const was = new Map(before.map((one) => [one.kind, one.text]));
  const after = ({ kind, text }: Template) => {
    const typed = texts[kind];
    if (typed === undefined || typed === was.get(kind)) return text;
    return kind === fresh && text !== was.get(kind) ? text : typed;
  };
  return Object.fromEntries(now.map((one) => [one.kind, after(one)]));
}

/** The head after loading, by the same rule. */
export function draftAfter(draft: Draft | undefined, before: Letterhead | undefined, now: Letterhead, isFresh: boolean): Draft {
  const same = (one: Draft, other: Draft) => JSON.stringify(letterheadOf(one)) === JSON.stringify(letterheadOf(other));
  if (!draft || !before || same(draft, draftOf(before))) return draftOf(now);
  return isFresh && !same(draftOf(before), draftOf(now)) ? draftOf(now) : draft;
}

export const isUnsaved = ({ kind, text }: Template, texts: Texts) => (texts[kind] ?? text) !== text;

/** A page and its styles apart: a style element would be against the content policy that a frame takes over from us. */
export function undress(html: string): { html: string; styles: string } {
  let styles = '';
  const bare = html.replace(/<style>([^]*?)<\/style>/g, (_, style: string) => {
    styles += style;
    return '';
  });
  return { html: bare, styles };
}
