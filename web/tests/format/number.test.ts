import { describe, expect, it } from 'vitest';
import { parseDecimal, showDecimal, showSize } from '$lib/format/number';

describe('a number as a civil servant types it', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['1234,5', '1234.5'],
    ['1.250', '1250'],
    ['12.5', '12.5'],
    ['1,250.5', '1250.5'],
    ['1,5', '1.5'],
    ['1.234.567', '1234567'],
    ['98,5 %', '98.5'],
    ['-12', '-12'],
    ['\u22123,25', '-3.25'],
    ['007', '7'],
    ['0,0', '0.0'],
    ['-0', '0'],
    ['93 750', '93750'],
  ])('%s is sent as %s', (typed, sent) => expect(parseDecimal(typed)).toBe(sent));

  it.each(['', 'abc', '1,2,3', '12.34.5', '1.2345,6', ',', '1,', '1e5', '--1', '1.234,5x'])('%s is not a number', (typed) =>
    expect(parseDecimal(typed)).toBeUndefined(),
  );

  it('a lone separator is read as the language of the screen writes it', () => {
    expect([parseDecimal('1,250', false), parseDecimal('1.250', false)]).toEqual(['1.250', '1250']);
    expect([parseDecimal('1,250', true), parseDecimal('1.250', true)]).toEqual(['1250', '1.250']);
  });

  it('loses no digit of a long number', () => expect(parseDecimal('123.456.789.012.345.678,123456789')).toBe('123456789012345678.123456789'));
});

describe('a number as it is shown', () => {
  it.each([
    ['1234.5', '1.234,5'],
    ['12480', '12.480'],
    ['-1000000', '-1.000.000'],
    ['0.25', '0,25'],
    ['123', '123'],
  ])('%s is shown as %s', (sent, shown) => expect(showDecimal(sent)).toBe(shown));

  it('what is shown can be typed again', () => expect(parseDecimal(showDecimal('1234567.89'))).toBe('1234567.89'));

  it.each([
    [512, '512 B'],
    [48_210, '48 kB'],
    [3_400_000, '3,4 MB'],
  ])('%d bytes are %s', (bytes, shown) => expect(showSize(bytes)).toBe(shown));
});
