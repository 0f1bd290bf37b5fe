// Targets of a performance agreement: which hold now and from which revision, and a revision as form fields.
import { periodWords } from '$lib/cases/words';
import type { Period } from '$lib/api/types';
import type { Agreement, CatalogueIndicator, Ceiling, Target, TargetLine } from './api';
import { draftOfTarget, isEmptyDraft, readTarget, targetKind, type TargetDraft, type TargetKind } from './values';

export interface TargetInForce {
  line: TargetLine;
  /** Number of the revision it comes from. */
  revision: number;
}

/** Later revisions replace the lines they name and leave the others. */
export function targetsInForce({ revisions }: Agreement): Map<string, TargetInForce> {
  const lines = new Map<string, TargetInForce>();
  for (const { number, lines: named } of [...revisions].sort((a, b) => a.number - b.number)) {
    for (const line of named) lines.set(line.indicator, { line, revision: number });
  }
  return lines;
}

const perYear: Record<Period['kind'], number> = { month: 12, quarter: 4, semester: 2, year: 1 };

/** The periods an indicator is reported in; none when it is reported once a year. */
export const periodsOf = (kind: Period['kind'], year: number): Period[] =>
  kind === 'year' ? [] : Array.from({ length: perYear[kind] }, (_, i) => ({ kind, year, number: i + 1 }));

export const targetOf = (line: TargetLine, period: Period): Target | undefined =>
  line.periods.find((one) => one.period.kind === period.kind && one.period.number === period.number)?.target;

export interface LineDraft {
  indicator: string;
  name: string;
  unit_of_measure: string;
  kind: TargetKind;
  included: boolean;
  year: TargetDraft;
  periods: { period: Period; label: string; target: TargetDraft }[];
}

export function lineDraft({ indicator, sheet }: CatalogueIndicator, year: number, line: TargetLine | undefined, included: boolean): LineDraft {
  const kind = targetKind(sheet);
  return {
    indicator,
    name: sheet.name,
    unit_of_measure: sheet.unit_of_measure,
    kind,
    included,
    year: draftOfTarget(line?.target, kind),
    periods: periodsOf(sheet.reporting, year).map((period) => ({ period, label: periodWords(period), target: draftOfTarget(line && targetOf(line, period), kind) })),
  };
}

/** The lines that were chosen, or the places that cannot be read: "indicator" or "indicator/period". */
export function readLines(drafts: LineDraft[]): { lines: TargetLine[]; faults: Set<string> } {
  const faults = new Set<string>();
  const lines = drafts
    .filter((draft) => draft.included)
    .map(({ indicator, kind, year, periods }): TargetLine => {
      const target = isEmptyDraft(year) ? undefined : readTarget(year, kind);
      if (!target) faults.add(indicator);
      const read = periods.flatMap(({ period, target: draft }, i) => {
        if (isEmptyDraft(draft)) return [];
        const found = readTarget(draft, kind);
        if (!found) faults.add(`${indicator}/${i}`);
        return found ? [{ period, target: found }] : [];
      });
      return { indicator, target: target ?? { value: { kind: 'blank' } }, periods: read };
    });
  return { lines, faults };
}

/** Ceilings of one code and unit together, in the order of code and date. */
export function byCode(ceilings: Ceiling[]): Ceiling[][] {
  const groups = new Map<string, Ceiling[]>();
  for (const one of [...ceilings].sort((a, b) => a.code.localeCompare(b.code) || a.date.localeCompare(b.date))) {
    const key = `${one.code} ${one.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
