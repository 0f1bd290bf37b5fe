import { describe, expect, it } from 'vitest';
import { fieldsOf, followUpText, sameRaw, splitRatio, tidied, tidy, toEntry, toRaw } from '$lib/performance/grid/raw';
import { formRow, numbered } from './support';

const row = formRow('i1');
const derived = formRow('i2', { about: { ...formRow('x').about, form: 'derived', inputs: [{ name: 'a', label: 'A', unit_of_measure: '' }, { name: 'b', label: 'B', unit_of_measure: '' }] } });

describe('a row as text', () => {
  it('is the entry again', () => {
    const entry = numbered('1234.5', { drivers: 'Libur sekolah', follow_ups: [{ action: 'Rapat', owner: 'Kabid', due: '2026-12-10' }] });
    expect(toEntry(toRaw(entry, row), row).entry).toEqual(entry);
  });
  it('inputs of a formula are cells; an empty one is not sent', () => {
    expect(fieldsOf(derived)).toContain('part.b');
    const { entry, faults } = toEntry({ value: '', 'part.a': '1.250', 'part.b': '' }, derived);
    expect([entry.parts, entry.value, faults]).toEqual([[{ name: 'a', value: { kind: 'number', number: '1250' } }], { kind: 'blank' }, {}]);
  });
  it('a fault stands at its cell', () => expect(toEntry({ value: '', 'part.a': 'x' }, derived).faults).toEqual({ 'part.a': 'number' }));
  it('is tidied when one leaves the cell; what cannot be read stays', () => {
    expect([tidy('value', '1234,50', row), tidy('value', 'abc', row), tidy('note', ' ya ', row)]).toEqual(['1.234,50', 'abc', 'ya']);
  });
  it('writes a ratio of one cell into two', () => {
    const ratio = formRow('i5', {}, 'ratio');
    expect(splitRatio({ value: '2/232', second: '' }, ratio)).toMatchObject({ value: '2', second: '232' });
    expect(splitRatio({ value: 'n/a: belum ada', second: '' }, ratio).value).toBe('n/a: belum ada');
  });
  it('"1234,5" and "1.234,5" are no change', () => expect(sameRaw({ value: '1234,5' }, { value: '1.234,5' }, row)).toBe(true));
  it('a draft in English is read as English', () => expect(tidied({ value: '1,250.5' }, row, true).value).toBe('1.250,5'));
  it('no tindak lanjut is an empty cell; pasted text is one', () => {
    expect(followUpText([])).toBe('');
    expect(toEntry({ follow_ups: 'Rapat bulanan' }, row).entry.follow_ups).toEqual([{ action: 'Rapat bulanan', owner: '' }]);
  });
});
