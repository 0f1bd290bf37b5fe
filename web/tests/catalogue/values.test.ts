import { describe, expect, it } from 'vitest';
import type { Target } from '$lib/catalogue/api';
import { draftOfTarget, readTarget, showTarget, targetKind, type TargetKind } from '$lib/catalogue/values';

const number = (text: string): Target => ({ value: { kind: 'number', number: text } });

describe('a target in its fields', () => {
  it('has the fields that the indicator needs', () => {
    expect([targetKind({ polarity: 'range', form: 'number' }), targetKind({ polarity: 'maximise', form: 'ratio' }), targetKind({ polarity: 'maximise', form: 'predicate' }), targetKind({ polarity: 'minimise', form: 'derived' })]).toEqual(['range', 'ratio', 'predicate', 'number']);
  });
  it('comes back as it went in', () => {
    const all: [TargetKind, Target][] = [
      ['number', number('1234.50')],
      ['ratio', { value: { kind: 'ratio', numerator: '3', denominator: '232' } }],
      ['predicate', { value: { kind: 'predicate', predicate: 'BB', number: '72' } }],
      ['predicate', { value: { kind: 'predicate', predicate: 'WTP' } }],
      ['range', { value: { kind: 'blank' }, lower: '5', upper: '7.5' }],
      ['range', { value: { kind: 'blank' }, upper: '7' }],
    ];
    for (const [kind, target] of all) expect(readTarget(draftOfTarget(target, kind), kind)).toEqual(target);
  });
  it('keeps blank and zero apart', () => {
    expect(readTarget({ first: ' ', second: '' }, 'number')).toEqual({ value: { kind: 'blank' } });
    expect(readTarget({ first: '0', second: '' }, 'number')).toEqual(number('0'));
  });
  it('is refused when it cannot be read', () => {
    expect(readTarget({ first: 'abc', second: '' }, 'number')).toBeUndefined();
    expect(readTarget({ first: '3', second: '' }, 'ratio')).toBeUndefined();
    expect(readTarget({ first: '3', second: '0' }, 'ratio')).toBeUndefined();
    expect(readTarget({ first: '', second: '72' }, 'predicate')).toBeUndefined();
    expect(readTarget({ first: 'x', second: '7' }, 'range')).toBeUndefined();
  });
  it('reads as the office writes it', () => {
    expect([number('18000'), { value: { kind: 'ratio' as const, numerator: '3', denominator: '232' } }, { value: { kind: 'blank' as const }, lower: '1.5', upper: '2' }, { value: { kind: 'blank' as const } }].map(showTarget)).toEqual(['18.000', '3 / 232', '1,5 sampai 2', '–']);
  });
});
