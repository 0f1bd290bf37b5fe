import { describe, expect, it } from 'vitest';
import type { IndicatorResult, PeriodResult } from '$lib/results/api';
import { inYear, periodChoices, periodUntil } from '$lib/results/period';
import { byUrgency, ratingLook, toNumber, worstFirst } from '$lib/results/words';

const result = (name: string, rank?: number, value?: string) => ({ name, rank, achievement: { value } }) as IndicatorResult;

describe('the order of indicators', () => {
  it('begins with the red ones, the worst on top, and ends with what cannot be counted', () => {
    const sorted = worstFirst([result('none'), result('good', 0, '99'), result('low', 3, '51.11'), result('worst', 4, '0'), result('lower', 3, '50.5')]);
    expect(sorted.map(({ name }) => name)).toEqual(['worst', 'lower', 'low', 'good', 'none']);
  });
  it('of forms begins with the overdue', () => {
    const owed = (['due_soon', 'late', 'overdue'] as const).map((timeliness) => ({ form: { timeliness } }));
    expect(byUrgency(owed).map(({ form }) => form.timeliness)).toEqual(['overdue', 'late', 'due_soon']);
  });
});

it('a rating has its own word and icon beside the colour', () => {
  expect([0, 2, 4, undefined].map((rank) => ratingLook(rank, 'x').icon)).toEqual(['check', 'clock', 'alert', 'dot']);
});
it('exact text becomes a number only for drawing', () => expect(['2/3', '-1.5', '', 'abc', undefined].map(toNumber)).toEqual([2 / 3, -1.5, undefined, undefined, undefined]));

describe('periods', () => {
  const quarters = [1, 2, 3, 4].map((number) => ({ period: { kind: 'quarter', year: 2026, number } }) as PeriodResult);
  it('of an indicator end no later than the one asked for', () => {
    const until = (kind: 'month' | 'quarter' | 'semester' | 'year', number: number) => periodUntil(quarters, { kind, year: 2026, number })?.period.number;
    expect([until('year', 1), until('semester', 1), until('quarter', 3), until('month', 5), until('month', 2)]).toEqual([4, 2, 3, 1, undefined]);
  });
  it('are offered as the server asks for them', () => expect(periodChoices(2026).map(({ value }) => value)).toEqual(expect.arrayContaining(['', '2026-q1', '2026-s2', '2026-m01', '2026-m12'])));
  it('move to another year', () => expect([inYear('2026-q3', 2025), inYear('', 2025)]).toEqual(['2025-q3', '']));
});
