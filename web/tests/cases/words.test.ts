import { describe, expect, it } from 'vitest';
import { periodKey, periodWords } from '$lib/cases/words';

describe('a period', () => {
  it.each([
    [{ kind: 'month', year: 2026, number: 1 }, 'Januari 2026', '2026-m01'],
    [{ kind: 'quarter', year: 2026, number: 3 }, 'Triwulan III 2026', '2026-q3'],
    [{ kind: 'semester', year: 2026, number: 2 }, 'Semester II 2026', '2026-s2'],
    [{ kind: 'year', year: 2026, number: 1 }, 'Tahun 2026', '2026'],
  ] as const)('%o', (period, words, key) => {
    expect(periodWords(period)).toBe(words);
    expect(periodKey(period)).toBe(key);
  });
});
