import { describe, expect, it } from 'vitest';
import { draftAfter, draftOf, isUnsaved, letterheadOf, moveUp, textsAfter, undress, withoutBlanks } from '$lib/agency/letterhead/draft';
import { insertField } from '$lib/agency/letterhead/insert';

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
  it('follows the server until it is typed over', () => {
    const other = { ...head, address: 'Jalan Lain 2' };
    const typed = { ...draftOf(head), place: 'Kota' };
    expect(draftAfter(draftOf(head), head, other, false)).toEqual(draftOf(other));
    expect(draftAfter(typed, head, other, false)).toEqual(typed);
    expect(draftAfter(typed, head, head, true)).toEqual(typed);
    expect(draftAfter(typed, head, other, true)).toEqual(draftOf(other));
  });
  it('has lines that change places', () => expect(moveUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']));
});

describe('a field', () => {
  const at = (text: string, from: number, to = from) => ({ text, from, to });
  it('goes where the cursor is, instead of what is selected', () => {
    expect(insertField(at('Berkas XX ini', 7, 9), 'periode', false)).toEqual(at('Berkas {{periode}} ini', 18));
  });
  it('of whole paragraphs stands on a line of its own', () => {
    expect(insertField(at('Atas bawah', 4), 'isi', true).text).toBe('Atas\n{{isi}}\n bawah');
    expect(insertField(at('Atas\n\nbawah', 5), 'isi', true).text).toBe('Atas\n{{isi}}\nbawah');
  });
});

describe('the words of several kinds of paper', () => {
  const template = (kind: 'case_paper' | 'data_request', text: string) => ({ kind, text, is_own: true, fields: [] });
  const kept = [template('case_paper', '{{isi}}'), template('data_request', 'Mohon data.')];
  it('are those that are kept, until they are typed over', () => {
    const texts = textsAfter({}, [], kept);
    expect(texts).toEqual({ case_paper: '{{isi}}', data_request: 'Mohon data.' });
    expect(kept.map((one) => isUnsaved(one, texts))).toEqual([false, false]);
    expect(isUnsaved(kept[1]!, { ...texts, data_request: '' })).toBe(true);
  });
  it('stay as typed while another kind is saved or loaded anew', () => {
    const typed = { case_paper: 'Atas\n{{isi}}', data_request: '' };
    expect(textsAfter({ ...typed, case_paper: undefined }, kept, kept)).toEqual({ case_paper: '{{isi}}', data_request: '' });
    expect(textsAfter(typed, kept, kept, 'head')).toEqual(typed);
  });
  it('stay as typed when somebody else changed something else', () => {
    const typed = { case_paper: 'Atas\n{{isi}}', data_request: 'Mohon data.' };
    const others = [kept[0]!, template('data_request', 'Mohon segera.')];
    expect(textsAfter(typed, kept, others, 'case_paper')).toEqual({ case_paper: 'Atas\n{{isi}}', data_request: 'Mohon segera.' });
  });
  it('give way where both changed, and it was asked for', () => {
    const others = [template('case_paper', 'Lain\n{{isi}}'), kept[1]!];
    const typed = { case_paper: 'Atas\n{{isi}}', data_request: 'Mohon data.' };
    expect(textsAfter(typed, kept, others, 'case_paper').case_paper).toBe('Lain\n{{isi}}');
    expect(textsAfter(typed, kept, others, 'data_request').case_paper).toBe('Atas\n{{isi}}');
  });
});

it('a page comes apart into what it says and how it looks', () => {
  const page = '<html><head><style>\nb{color:red}\n</style></head><body><b>x</b><style>i{}</style></body></html>';
  expect(undress(page)).toEqual({ html: '<html><head></head><body><b>x</b></body></html>', styles: '\nb{color:red}\ni{}' });
});
