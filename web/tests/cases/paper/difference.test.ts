import { describe, expect, test } from 'vitest';
import { countWords, difference, type Piece } from '$lib/cases/paper/difference';

const shown = (pieces: Piece[]) => pieces.map((piece) => ({ same: piece.text, removed: `[-${piece.text}-]`, added: `{+${piece.text}+}` })[piece.change]).join('');
const older = (pieces: Piece[]) => pieces.filter((piece) => piece.change !== 'added').map((piece) => piece.text).join('');
const newer = (pieces: Piece[]) => pieces.filter((piece) => piece.change !== 'removed').map((piece) => piece.text).join('');

describe('the difference of two versions', () => {
  test('shows words, not letters and not whole lines', () => {
    expect(shown(difference('Data dari tiga bidang lengkap.\nPenutup.\n', 'Data dari empat bidang belum lengkap.\nPenutup.\n'))).toBe('Data dari [-tiga-]{+empat+} bidang{+ belum+} lengkap.\nPenutup.\n');
  });

  test('shows a new passage and a removed one as a whole', () => {
    expect(shown(difference('satu\ntiga\n', 'satu\ndua\ntiga\n'))).toBe('satu\n{+dua\n+}tiga\n');
    expect(shown(difference('satu\ndua\ntiga\n', 'satu\ntiga\n'))).toBe('satu\n[-dua\n-]tiga\n');
  });

  test('marks neighbouring changed words as one change', () => {
    expect(shown(difference('nilai lama sekali', 'angka baru benar'))).toBe('[-nilai lama sekali-]{+angka baru benar+}');
  });

  test('always puts together again into both texts', () => {
    const words = ['satu', 'dua ', ' tiga', '\n', '1.234,5', '- ', '**', 'é', ''];
    let seed = 20261126;
    const random = (limit: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
    const text = () => Array.from({ length: random(40) }, () => words[random(words.length)]).join('');
    for (let turn = 0; turn < 500; turn += 1) {
      const [before, after] = [text(), text()];
      const pieces = difference(before, after);
      expect([older(pieces), newer(pieces)]).toEqual([before, after]);
    }
  });

  test('of two long unlike texts does not hang', () => {
    const began = Date.now();
    const long = (sign: string) => Array.from({ length: 6_000 }, (_, n) => `${sign}${n}`).join(' ');
    difference(long('a'), long('b'));
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  test('counts the words that came and went', () => {
    expect(countWords(difference('a b c', 'a x y c'))).toEqual({ added: 2, removed: 1 });
  });
});
