// The words of the catalogue: kinds, choices of rules, and a whole profile read out.
import { showDecimal } from '$lib/format/number';
import { m } from '$lib/paraglide/messages.js';
import { polarityWord } from '$lib/results/words';
import type { Catalogue, IndicatorSheet, Profile, RuleChoices } from './api';

type Node = Catalogue['nodes'][number];
type Rules = Profile['defaults'];
export type Option<T extends string = string> = { value: T; label: string };

const options = <T extends string>(values: readonly T[], word: (value: T) => string): Option<T>[] => values.map((value) => ({ value, label: word(value) }));

export const nodeKindWord = (kind: Node['kind']): string =>
  ({ goal: m.node_goal, objective: m.node_objective, program: m.node_program, activity: m.node_activity, sub_activity: m.node_sub_activity })[kind]();
export const nodeKinds = () => options(['goal', 'objective', 'program', 'activity', 'sub_activity'] as const, nodeKindWord);

export const indicatorKindWord = (kind: IndicatorSheet['kind']): string => ({ outcome: m.kind_outcome, intermediate_outcome: m.kind_intermediate, output: m.kind_output })[kind]();
export const indicatorKinds = () => options(['outcome', 'intermediate_outcome', 'output'] as const, indicatorKindWord);

export const polarities = () => options(['maximise', 'minimise', 'range', 'predicate'] as const, polarityWord);

export const formWord = (form: IndicatorSheet['form']): string => ({ number: m.form_number, ratio: m.form_ratio, predicate: m.form_predicate, derived: m.form_derived })[form]();
export const forms = () => options(['number', 'ratio', 'predicate', 'derived'] as const, formWord);

export const countingWord = (counting: IndicatorSheet['counting']): string => (counting === 'per_period' ? m.counting_per_period() : m.counting_running());
export const countings = () => options(['per_period', 'running_total'] as const, countingWord);

export const reportingWord = (kind: IndicatorSheet['reporting']): string => ({ month: m.reporting_month, quarter: m.reporting_quarter, semester: m.reporting_semester, year: m.reporting_year })[kind]();
export const reportings = () => options(['month', 'quarter', 'semester', 'year'] as const, reportingWord);

export const stageWord = (stage: Catalogue['ceilings'][number]['stage']): string => ({ original: m.stage_original, shift: m.stage_shift, amended: m.stage_amended })[stage]();
export const stages = () => options(['original', 'shift', 'amended'] as const, stageWord);

export const figureKindWord = (kind: 'midterm' | 'past' | 'benchmark'): string => ({ midterm: m.against_midterm, past: m.figure_past, benchmark: m.against_benchmark })[kind]();
export const figureKinds = () => options(['midterm', 'past', 'benchmark'] as const, figureKindWord);

export const minimiseWord = (formula: Rules['minimise']): string => (formula === 'a' ? m.minimise_a() : m.minimise_b());
export const minimiseFormulas = () => options(['a', 'b'] as const, minimiseWord);
export const rangeAboveWord = (rule: Rules['range_above']): string => (rule === 'figure_by_bound' ? m.range_figure_by_bound() : m.range_bound_by_figure());
export const rangeRules = () => options(['figure_by_bound', 'bound_by_figure'] as const, rangeAboveWord);
export const consolidationWord = (rule: Rules['consolidation']): string =>
  ({ sum: m.consolidation_sum, last: m.consolidation_last, average: m.consolidation_average, maximum: m.consolidation_maximum, ratio: m.consolidation_ratio })[rule]();
export const consolidations = () => options(['sum', 'last', 'average', 'maximum', 'ratio'] as const, consolidationWord);
export const zeroKindWord = (kind: Rules['zero_target']['kind']): string => ({ not_computable: m.zero_not_computable, hit_or_miss: m.zero_hit_or_miss, steps: m.zero_steps })[kind]();
export const zeroKinds = () => options(['not_computable', 'hit_or_miss', 'steps'] as const, zeroKindWord);
export const roundingModeWord = (mode: Rules['rounding']['mode']): string => ({ half_up: m.round_half_up, half_even: m.round_half_even, truncate: m.round_truncate })[mode]();
export const roundingModes = () => options(['half_up', 'half_even', 'truncate'] as const, roundingModeWord);

export const capWord = (limit: Rules['cap']): string => (limit.at === undefined ? m.cap_none() : m.cap_at({ at: showDecimal(limit.at) }));
export const floorWord = (limit: Rules['floor']): string => (limit.at === undefined ? m.floor_none() : m.floor_at({ at: showDecimal(limit.at) }));
export const roundingWord = ({ mode, places }: Rules['rounding']): string => m.rounding_words({ mode: roundingModeWord(mode), places });
export function zeroWord({ kind, steps, otherwise }: Rules['zero_target']): string {
  if (kind !== 'steps') return zeroKindWord(kind);
  const table = steps.map((step) => m.zero_step({ up_to: showDecimal(step.up_to), achievement: showDecimal(step.achievement) })).join('; ');
  return m.zero_table({ table, otherwise: showDecimal(otherwise) });
}
export const scaleWords = ({ steps, lowest }: Rules['rating_scale']): string[] => [...steps.map((step) => m.scale_step({ name: step.name, above: showDecimal(step.above) })), m.scale_lowest({ name: lowest })];
export const predicateWords = (scores: Rules['predicates']['scores']): string => scores.map(({ predicate, score }) => `${predicate} = ${showDecimal(score)}`).join('; ');

const checkWord = (code: Profile['checks'][number]['code']): string =>
  ({
    value_missing: m.check_value_missing,
    ratio_above_one: m.check_ratio_above_one,
    cumulative_falls: m.check_cumulative_falls,
    jump: m.check_jump,
    target_too_low: m.check_target_too_low,
    predicate_below_target: m.check_predicate_below,
    totals_differ: m.check_totals_differ,
    evidence_missing: m.check_evidence_missing,
    narrative_too_short: m.check_narrative_short,
  })[code]();
const severityWord = (severity: Profile['checks'][number]['severity']): string => ({ off: m.severity_off, warning: m.severity_warning, error: m.severity_error })[severity]();
const withThreshold = ['ratio_above_one', 'jump', 'target_too_low', 'narrative_too_short'];

/** A check, how strict it is and from where on. */
export const checkRow = ({ code, severity, threshold }: Profile['checks'][number]): { name: string; severity: string; threshold: string } => ({
  name: checkWord(code),
  severity: severityWord(severity),
  threshold: withThreshold.includes(code) ? showDecimal(threshold) : '',
});

export const rollupWords = ({ mean, members }: Profile['rollup']): string[] => [
  mean === 'plain' ? m.rollup_plain() : m.rollup_weighted(),
  members === 'own_first' ? m.rollup_own_first() : m.rollup_all(),
];

/** Every rule that a profile answers, as name and words. */
export function profileRules({ defaults, efficiency_band, red_at_most, rollup }: Profile): { name: string; value: string }[] {
  return [
    { name: m.rule_minimise(), value: minimiseWord(defaults.minimise) },
    { name: m.rule_range(), value: rangeAboveWord(defaults.range_above) },
    { name: m.rule_consolidation(), value: consolidationWord(defaults.consolidation) },
    { name: m.rule_cap(), value: capWord(defaults.cap) },
    { name: m.rule_floor(), value: floorWord(defaults.floor) },
    { name: m.rule_zero(), value: zeroWord(defaults.zero_target) },
    { name: m.rule_rounding(), value: roundingWord(defaults.rounding) },
    { name: m.rule_rollup(), value: rollupWords(rollup).join(' ') },
    { name: m.rule_band(), value: m.band_words({ band: showDecimal(efficiency_band) }) },
    { name: m.rule_red(), value: m.red_words({ limit: showDecimal(red_at_most) }) },
  ];
}

/** What an indicator states for itself, and what it takes from the profile. */
export function choiceRules(rules: RuleChoices, profile: Profile | undefined): { name: string; value: string; own: boolean }[] {
  const base = profile?.defaults;
  const row = <T>(name: string, own: T | undefined, from: T | undefined, word: (rule: T) => string) => {
    const follow = from === undefined ? m.follow_profile() : m.follow_profile_now({ rule: word(from) });
    return { name, value: own === undefined ? follow : word(own), own: own !== undefined };
  };
  const asIs = (id: string) => id;
  return [
    row(m.rule_minimise(), rules.minimise, base?.minimise, minimiseWord),
    row(m.rule_range(), rules.range_above, base?.range_above, rangeAboveWord),
    row(m.rule_consolidation(), rules.consolidation, base?.consolidation, consolidationWord),
    row(m.rule_cap(), rules.cap, base?.cap, capWord),
    row(m.rule_floor(), rules.floor, base?.floor, floorWord),
    row(m.rule_zero(), rules.zero_target, base?.zero_target, zeroWord),
    row(m.rule_rounding(), rules.rounding, base?.rounding, roundingWord),
    row(m.rule_scale(), rules.rating_scale, base?.rating_scale.id, asIs),
    row(m.rule_predicates(), rules.predicates, base?.predicates.id, asIs),
  ];
}
