// The preview of an import, as the server answers it: what every row of the file would do, and whether all of it may.
import { m } from '$lib/paraglide/messages.js';
import type { Look } from '$lib/results/words';

export type Fate = 'added' | 'changed' | 'same' | 'refused';
export interface ImportRow {
  row: number;
  sheet: string;
  fate: Fate;
  words: string;
  problem?: string;
}
export interface ImportPreview {
  rows: ImportRow[];
  acceptable: boolean;
  /** Of the whole file; absent where `rows` has all of them. */
  counts?: Record<Fate, number>;
  /** Counted, but not among `rows`. */
  left_out?: number;
}
/** Both take the file as it is; `accept` says which catalogue version the preview was made for by itself. */
export interface Importing {
  check: (file: File) => Promise<ImportPreview>;
  accept: (file: File) => Promise<unknown>;
}

export const fates: Fate[] = ['refused', 'changed', 'added', 'same'];

export function fateLook(fate: Fate): Look {
  const looks: Record<Fate, Look> = {
    refused: { text: m.fate_refused(), tone: 'late', icon: 'alert' },
    changed: { text: m.fate_changed(), tone: 'risk', icon: 'pen' },
    added: { text: m.fate_added(), tone: 'good', icon: 'plus' },
    same: { text: m.fate_same(), tone: 'calm', icon: 'check' },
  };
  return looks[fate];
}

export const countFates = ({ rows, counts: told }: ImportPreview): Record<Fate, number> => {
  if (told) return told;
  const counts: Record<Fate, number> = { refused: 0, changed: 0, added: 0, same: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
};

/** Refused rows first, then in the order of the file, in which the server answers. */
export const inOrder = (rows: ImportRow[]): ImportRow[] => [...rows].sort((a, b) => Number(b.fate === 'refused') - Number(a.fate === 'refused'));
