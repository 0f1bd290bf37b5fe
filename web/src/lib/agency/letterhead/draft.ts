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

/** The texts after loading: what is typed stays, except that of the kind that is wanted `fresh`. */
export const textsAfter = (texts: Texts, templates: Template[], fresh?: string): Texts =>
  Object.fromEntries(templates.map(({ kind, text }) => [kind, kind === fresh ? text : (texts[kind] ?? text)]));

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
