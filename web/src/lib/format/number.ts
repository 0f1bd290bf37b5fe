// Decimal numbers as text, from the hand of a civil servant to the wire and back. No floating point on the way: what
// is typed is what is sent.
import { getLocale } from '$lib/paraglide/runtime.js';

/**
 * Reads "1.234,5", "1234,5", "1.250", "98,5 %" and also "1,250.5". Answers the canonical decimal text ("1234.5"), or
 * undefined when it is not a number. With one kind of separator only, "," is the decimal mark and "." groups
 * thousands (the other way round on the English screen); a "." that cannot be grouping ("12.5") is a decimal mark.
 */
export function parseDecimal(raw: string, english = getLocale() === 'en'): string | undefined {
  let text = raw.replace(/[\s\u00a0]/g, '').replace(/%$/, '');
  let sign = '';
  if (/^[-\u2212]/.test(text)) {
    sign = '-';
    text = text.slice(1);
  }
  const normal = normalise(text, english);
  if (normal === undefined || !/^\d+(\.\d+)?$/.test(normal)) return undefined;
  const canonical = normal.replace(/^0+(?=\d)/, '');
  return /^0(\.0+)?$/.test(canonical) ? canonical : sign + canonical;
}

function normalise(text: string, english: boolean): string | undefined {
  const both = text.includes(',') && text.includes('.');
  const englishOrder = both ? text.lastIndexOf('.') > text.lastIndexOf(',') : english;
  const [indonesian, other] = [join(text, '.', ','), join(text, ',', '.')];
  return englishOrder ? (other ?? indonesian) : (indonesian ?? other);
}

/** Undefined unless `grouping` stands before every third digit and `decimal` at most once, after them. */
function join(text: string, grouping: string, decimal: string): string | undefined {
  const parts = text.split(decimal);
  if (parts.length > 2) return undefined;
  const [whole = '', fraction] = parts;
  const groups = whole.split(grouping);
  if (groups.length > 1 && !groups.every((g, i) => (i === 0 ? /^\d{1,3}$/.test(g) : /^\d{3}$/.test(g)))) return undefined;
  if (fraction !== undefined && !/^\d+$/.test(fraction)) return undefined;
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`;
}

/** Canonical decimal text as people read it: "1234.5" -> "1.234,5" (English: "1,234.5"). */
export function showDecimal(canonical: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(canonical);
  if (!match) return canonical;
  const english = getLocale() === 'en';
  const whole = match[2]!.replace(/\B(?=(\d{3})+$)/g, english ? ',' : '.');
  return `${match[1]}${whole}${match[3] ? (english ? '.' : ',') + match[3] : ''}`;
}

export const showCount = (n: number): string => showDecimal(String(Math.trunc(n)));

/** "12 kB", "3,4 MB": sizes of files, in powers of ten. */
export function showSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${showDecimal(String(Math.round(bytes / 1000)))} kB`;
  return `${showDecimal((bytes / 1_000_000).toFixed(1))} MB`;
}
