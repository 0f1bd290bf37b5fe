import { describe, expect, it } from 'vitest';
import { draftOf, insertField, letterheadOf, moveUp, undress, withoutBlanks } from '$lib/agency/letterhead/draft';

const logo = { sha256: 'a'.repeat(64), name: 'lambang.png', media_type: 'image/png', size: 120 };
const head = { lines: [{ text: 'KABUPATEN CONTOH', look: 'normal' as const }], address: 'Jalan Contoh 1', contacts: '', place: 'Contoh', size: 'f4' as const };

describe('a letterhead', () => {
  it('is the same after it was on the screen', () => {
    expect(letterheadOf(draftOf(head))).toEqual(head);
    expect(letterheadOf(draftOf({ ...head, logo }))).toEqual({ ...head, logo });
  });
  it('is sent without spaces around its words, and shown without the lines that are still blank', () => {
    const typed = letterheadOf({ ...draftOf(head), address: ' Jalan Contoh 1 ', lines: [{ text: ' DINAS ', look: 'large' }, { text: ' ', look: 'small' }] });
    expect(typed.address).toBe('Jalan Contoh 1');
    expect(withoutBlanks(typed).lines).toEqual([{ text: 'DINAS', look: 'large' }]);
  });
  it('has lines that change places', () => expect(moveUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']));
});

describe('a field', () => {
  const at = (text: string, from: number, to = from) => ({ text, from, to });
  it('goes where the cursor is, instead of what is selected', () => {
    expect(insertField(at('Berkas XX ini', 7, 9), 'periode')).toEqual(at('Berkas {{periode}} ini', 18));
  });
  it('of whole paragraphs stands on a line of its own', () => {
    expect(insertField(at('Atas bawah', 4), 'isi').text).toBe('Atas\n{{isi}}\n bawah');
    expect(insertField(at('Atas\n\nbawah', 5), 'isi').text).toBe('Atas\n{{isi}}\nbawah');
  });
});

it('a page comes apart into what it says and how it looks', () => {
  const page = '<html><head><style>\nb{color:red}\n</style></head><body><b>x</b><style>i{}</style></body></html>';
  expect(undress(page)).toEqual({ html: '<html><head></head><body><b>x</b></body></html>', styles: '\nb{color:red}\ni{}' });
});
