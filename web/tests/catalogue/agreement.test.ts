import { describe, expect, it } from 'vitest';
import { byCode, lineDraft, periodsOf, readLines, targetsInForce } from '$lib/catalogue/agreement';
import type { Agreement, CatalogueIndicator, Ceiling, TargetLine } from '$lib/catalogue/api';
import { freshId, slug } from '$lib/catalogue/ids';
import { countFates, inOrder, type ImportRow } from '$lib/catalogue/import/import';
import { emptySheet } from '$lib/catalogue/sheet';

const line = (indicator: string, number: string): TargetLine => ({ indicator, target: { value: { kind: 'number', number } }, periods: [] });
const revision = (number: number, lines: TargetLine[]) => ({ number, date: '2026-01-12', document: '', reason: '', lines });
const indicator = { indicator: 'I3', node: 'p1', sheet: emptySheet(2026), midterm: [], past: [], benchmark: [] } satisfies CatalogueIndicator;

describe('an agreement', () => {
  it('keeps the targets that a revision does not name', () => {
    const agreement: Agreement = { agreement: 'pk', year: 2026, unit: 'dinas', revisions: [revision(1, [line('I3', '18000')]), revision(0, [line('I3', '16000'), line('I1', '65')])] };
    expect([...targetsInForce(agreement)].map(([id, { line: { target }, revision: from }]) => [id, target.value.number, from])).toEqual([['I3', '18000', 1], ['I1', '65', 0]]);
  });
  it('has a target for each period it is reported in', () => expect((['month', 'quarter', 'semester', 'year'] as const).map((kind) => periodsOf(kind, 2026).length)).toEqual([12, 4, 2, 0]));
  it('is read from what was ticked; an empty period has no target, an unreadable one is a fault', () => {
    const draft = lineDraft(indicator, 2026, line('I3', '18000'), true);
    draft.periods[0]!.target.first = '4.500';
    draft.periods[2]!.target.first = 'abc';
    const { lines, faults } = readLines([draft, lineDraft(indicator, 2026, undefined, false)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.periods).toEqual([{ period: { kind: 'quarter', year: 2026, number: 1 }, target: { value: { kind: 'number', number: '4500' } } }]);
    expect([...faults]).toEqual(['I3/2']);
  });
  it('needs a target of the year', () => expect([...readLines([lineDraft(indicator, 2026, undefined, true)]).faults]).toEqual(['I3']));
});

it('ceilings of one code and unit stand together, in order', () => {
  const ceiling = (code: string, date: string, unit = 'u') => ({ code, date, unit }) as Ceiling;
  expect(byCode([ceiling('2', '2026-08-01'), ceiling('1', '2026-01-01'), ceiling('2', '2026-01-01'), ceiling('1', '2026-01-01', 'v')]).map((list) => list.map(({ code, date }) => code + date.slice(5, 7)))).toEqual([['101'], ['101'], ['201', '208']]);
});

it('identifiers are short, plain and free', () => {
  expect(slug(' Program Pembinaan: Perpustakaan! ')).toBe('program-pembinaan-perpustakaan');
  expect([freshId('2.23.02', []), freshId('T1', ['t1']), freshId('T1', ['t1', 't1-2']), freshId('…', [])]).toEqual(['2.23.02', 't1-2', 't1-3', 'x']);
});

it('an import shows the refused rows first and counts every fate', () => {
  const row = (at: number, fate: ImportRow['fate'], sheet = 'Target'): ImportRow => ({ row: at, sheet, fate, words: '' });
  const rows = [row(3, 'added'), row(2, 'same'), row(9, 'refused')];
  expect(inOrder(rows).map((one) => one.row)).toEqual([9, 3, 2]);
  expect(countFates({ rows, acceptable: false })).toEqual({ refused: 1, changed: 0, added: 1, same: 1 });
  const told = { refused: 0, changed: 0, added: 90_000, same: 1 };
  expect(countFates({ rows, acceptable: true, counts: told })).toEqual(told);
});
