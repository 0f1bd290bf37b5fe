import { describe, expect, it } from 'vitest';
import { cellsOf, readNumber, readValue, reasonOf, valueWords, type Shape } from '$lib/performance/value';

const shape = (form: Shape['form'], more: Partial<Shape> = {}): Shape => ({ form, predicates: ['A', 'BB', 'B'], negative: true, ...more });
const read = (text: string, second = '', form: Shape['form'] = 'number', more: Partial<Shape> = {}) => readValue(text, second, shape(form, more), false);

describe('a value as it is typed', () => {
  it('nothing, zero and not available are three things', () => {
    expect([read('').value, read('0').value, read('tidak tersedia: survei belum selesai').value]).toEqual([
      { kind: 'blank' },
      { kind: 'number', number: '0' },
      { kind: 'not_available', reason: 'survei belum selesai' },
    ]);
  });
  it('"1.234" is thousands, "1.234,5" has a decimal, and rupiah may be said', () => {
    expect([readNumber('1.234', false), readNumber('1.234,5', false), readNumber('Rp 1.850.000.000', false)]).toEqual(['1234', '1234.5', '1850000000']);
  });
  it.each(['n/a: alat rusak', 'Tidak Tersedia - alat rusak', 'not available: alat rusak'])('%s says why', (text) => expect(reasonOf(text)).toBe('alat rusak'));
  it('not available without a reason is a fault', () => expect(read('tidak tersedia').faults).toEqual({ value: 'reason_missing' }));
  it('what cannot be read is a fault, not a blank', () => expect(read('abc').faults).toEqual({ value: 'number' }));
  it('money spent cannot be negative', () => expect(read('-5', '', 'number', { negative: false }).faults).toEqual({ value: 'negative' }));
  it('no more digits than the server takes', () => expect(read(`${'9'.repeat(25)}`).faults).toEqual({ value: 'too_long' }));
});

describe('a ratio', () => {
  it('has two parts', () => expect(read('2', '232', 'ratio').value).toEqual({ kind: 'ratio', numerator: '2', denominator: '232' }));
  it('may be typed into one cell', () => expect(read('2/232', '', 'ratio').value).toEqual({ kind: 'ratio', numerator: '2', denominator: '232' }));
  it('misses a part', () => expect([read('2', '', 'ratio').faults, read('', '3', 'ratio').faults]).toEqual([{ second: 'denominator_missing' }, { value: 'numerator_missing' }]));
  it('divides by nothing', () => expect(read('2', '0,0', 'ratio').faults).toEqual({ second: 'denominator_zero' }));
  it('is not available as a whole', () => expect(read('tidak tersedia: x', '3', 'ratio').faults).toEqual({ second: 'not_with_second' }));
});

describe('a predicate', () => {
  it('is one of the list, with its score when that is known', () => {
    expect(read('bb', '72,5', 'predicate').value).toEqual({ kind: 'predicate', predicate: 'BB', number: '72.5' });
    expect(read('Z', '', 'predicate').faults).toEqual({ value: 'predicate_unknown' });
  });
});

describe('a value as it is shown', () => {
  it('can be typed again', () => {
    const value = { kind: 'ratio' as const, numerator: '1234.5', denominator: '2000' };
    const { value: first, second } = cellsOf(value);
    expect([first, second, read(first, second, 'ratio').value]).toEqual(['1.234,5', '2.000', value]);
  });
  it('in one line', () => expect([valueWords({ kind: 'ratio', numerator: '2', denominator: '232' }), valueWords({ kind: 'predicate', predicate: 'B', number: '69.5' }), valueWords(undefined)]).toEqual(['2 / 232', 'B (69,5)', '']));
});
