// An indicator's sheet as form fields, and back. Numbers are text in both; nothing is rounded on the way.
import { parseDecimal, showDecimal } from '$lib/format/number';
import { m } from '$lib/paraglide/messages.js';
import type { IndicatorSheet, RuleChoices } from './api';
import { draftOfTarget, isEmptyDraft, readTarget, targetKind, type TargetDraft } from './values';

export interface RulesDraft {
  minimise: RuleChoices['minimise'] | '';
  range_above: RuleChoices['range_above'] | '';
  consolidation: RuleChoices['consolidation'] | '';
  /** '' follows the profile, 'none' is no bound, 'at' is the bound in the field beside it. */
  cap: string;
  capAt: string;
  floor: string;
  floorAt: string;
  zero: NonNullable<RuleChoices['zero_target']>['kind'] | '';
  steps: { up_to: string; achievement: string }[];
  otherwise: string;
  rounding: NonNullable<RuleChoices['rounding']>['mode'] | '';
  places: string;
  rating_scale: string;
  predicates: string;
}
type Plain = 'name' | 'definition' | 'formula_words' | 'unit_of_measure' | 'numerator' | 'denominator' | 'data_source' | 'provider' | 'responsible';
export interface SheetDraft extends Pick<IndicatorSheet, Plain | 'polarity' | 'kind' | 'form' | 'counting' | 'reporting'> {
  inputs: IndicatorSheet['inputs'];
  formula: string;
  multiplier: string;
  weight: string;
  evidence: string;
  baseline: TargetDraft;
  baselineYear: string;
  rules: RulesDraft;
}

const shown = (exact: string | undefined): string => (exact === undefined ? '' : showDecimal(exact));
const limitOf = (limit: RuleChoices['cap']) => (limit === undefined ? '' : limit.at === undefined ? 'none' : 'at');

function rulesDraft(rules: RuleChoices): RulesDraft {
  return {
    minimise: rules.minimise ?? '',
    range_above: rules.range_above ?? '',
    consolidation: rules.consolidation ?? '',
    cap: limitOf(rules.cap),
    capAt: shown(rules.cap?.at),
    floor: limitOf(rules.floor),
    floorAt: shown(rules.floor?.at),
    zero: rules.zero_target?.kind ?? '',
    steps: (rules.zero_target?.steps ?? []).map((step) => ({ up_to: shown(step.up_to), achievement: shown(step.achievement) })),
    otherwise: shown(rules.zero_target?.otherwise) || '0',
    rounding: rules.rounding?.mode ?? '',
    places: String(rules.rounding?.places ?? 2),
    rating_scale: rules.rating_scale ?? '',
    predicates: rules.predicates ?? '',
  };
}

export function draftOfSheet(sheet: IndicatorSheet): SheetDraft {
  return {
    ...sheet,
    inputs: sheet.inputs.map((input) => ({ ...input })),
    formula: sheet.formula ?? '',
    multiplier: shown(sheet.multiplier),
    weight: shown(sheet.weight),
    evidence: sheet.required_evidence.join('\n'),
    baseline: draftOfTarget(sheet.baseline && { value: sheet.baseline }, baselineKind(sheet)),
    baselineYear: sheet.baseline_year === undefined ? '' : String(sheet.baseline_year),
    rules: rulesDraft(sheet.rules),
  };
}

export const emptySheet = (year: number): IndicatorSheet => ({
  year, name: '', definition: '', formula_words: '', inputs: [], unit_of_measure: '', polarity: 'maximise', kind: 'outcome', form: 'number', counting: 'per_period',
  multiplier: '1', numerator: '', denominator: '', data_source: '', provider: '', responsible: '', reporting: 'quarter', required_evidence: [], weight: '1', rules: {},
});

/** A baseline is a value, never a range. */
export function baselineKind(sheet: Pick<IndicatorSheet, 'polarity' | 'form'>) {
  const kind = targetKind(sheet);
  return kind === 'range' ? 'number' : kind;
}

export type Faults = Record<string, string>;

/** The sheet, unless something cannot be read or is missing; faults are named by the field of the contract. */
export function readSheet(draft: SheetDraft, year: number): { sheet: IndicatorSheet | undefined; faults: Faults } {
  const faults: Faults = {};
  const need = (field: string, text: string): string => {
    if (!text.trim()) faults[field] = m.needed();
    return text.trim();
  };
  const number = (field: string, text: string): string => {
    const read = parseDecimal(text);
    if (read === undefined) faults[field] = text.trim() ? m.number_needed() : m.needed();
    return read ?? '';
  };
  const baseline = readTarget(draft.baseline, baselineKind(draft));
  if (!baseline) faults.baseline = m.number_needed();
  if (draft.baselineYear.trim() && !/^\d{4}$/.test(draft.baselineYear.trim())) faults.baseline_year = m.year_needed();
  const sheet: IndicatorSheet = {
    year,
    name: need('name', draft.name),
    definition: draft.definition.trim(),
    formula_words: draft.formula_words.trim(),
    inputs: draft.inputs.map((input) => ({ name: input.name.trim(), label: input.label.trim(), unit_of_measure: input.unit_of_measure.trim() })),
    unit_of_measure: need('unit_of_measure', draft.unit_of_measure),
    polarity: draft.polarity,
    kind: draft.kind,
    form: draft.form,
    counting: draft.counting,
    multiplier: number('multiplier', draft.multiplier),
    numerator: draft.form === 'ratio' ? need('numerator', draft.numerator) : draft.numerator.trim(),
    denominator: draft.form === 'ratio' ? need('denominator', draft.denominator) : draft.denominator.trim(),
    data_source: draft.data_source.trim(),
    provider: need('provider', draft.provider),
    responsible: draft.responsible,
    reporting: draft.reporting,
    required_evidence: draft.evidence.split('\n').map((line) => line.trim()).filter(Boolean),
    weight: number('weight', draft.weight),
    rules: readRules(draft.rules, number),
  };
  if (draft.form === 'derived') sheet.formula = need('formula', draft.formula);
  if (baseline && !isEmptyDraft(draft.baseline)) sheet.baseline = baseline.value;
  if (draft.baselineYear.trim()) sheet.baseline_year = Number(draft.baselineYear);
  return { sheet: Object.keys(faults).length ? undefined : sheet, faults };
}

function readRules(draft: RulesDraft, number: (field: string, text: string) => string): RuleChoices {
  const rules: RuleChoices = {};
  if (draft.minimise) rules.minimise = draft.minimise;
  if (draft.range_above) rules.range_above = draft.range_above;
  if (draft.consolidation) rules.consolidation = draft.consolidation;
  if (draft.cap) rules.cap = draft.cap === 'at' ? { at: number('rules/cap', draft.capAt) } : {};
  if (draft.floor) rules.floor = draft.floor === 'at' ? { at: number('rules/floor', draft.floorAt) } : {};
  if (draft.zero) {
    const table = draft.zero === 'steps';
    const steps = table ? draft.steps.map((step) => ({ up_to: number('rules/zero_target', step.up_to), achievement: number('rules/zero_target', step.achievement) })) : [];
    rules.zero_target = { kind: draft.zero, steps, otherwise: table ? number('rules/zero_target', draft.otherwise) : '0' };
  }
  if (draft.rounding) rules.rounding = { mode: draft.rounding, places: Number(number('rules/rounding', draft.places)) };
  if (draft.rating_scale) rules.rating_scale = draft.rating_scale;
  if (draft.predicates) rules.predicates = draft.predicates;
  return rules;
}
