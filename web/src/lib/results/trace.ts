// A trace as people read it: what went in, and one line of arithmetic for each step. The numbers come spelled from the
// server; nothing is computed here.
import { m } from '$lib/paraglide/messages.js';
import type { IndicatorDetail, Trace, TraceLine } from './api';

export interface TraceInput {
  words: string;
  value: string;
  entered: string | undefined;
  source: string | undefined;
  evidence: string[];
}
export interface TraceStep {
  words: string;
  sum: string;
  value: string;
}

const signs: Partial<Record<TraceLine['operation'], string>> = { add: ' + ', sum: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' };

export function traceInputs(trace: Trace): TraceInput[] {
  return trace.lines
    .filter((line) => line.operation === 'input')
    .map(({ words, value, entered, source, evidence }) => ({ words, value, entered: entered === value ? undefined : entered, source, evidence }));
}

export function traceSteps(trace: Trace): TraceStep[] {
  return trace.lines
    .filter((line) => line.operation !== 'input' && line.operation !== 'constant')
    .map((line) => ({ words: line.words, sum: sumOf(line, trace.lines), value: line.value }));
}

function sumOf(line: TraceLine, lines: TraceLine[]): string {
  const values = line.operands.map((at) => lines[at]?.value ?? '?');
  const [first = '?', second = '?'] = values;
  const sign = signs[line.operation];
  if (sign) return values.map((value, i) => (i && value.startsWith('-') ? `(${value})` : value)).join(sign);
  switch (line.operation) {
    case 'average':
      return m.trace_average({ values: values.join('; ') });
    case 'maximum':
      return m.trace_maximum({ values: values.join('; ') });
    case 'minimum':
      return m.trace_minimum({ values: values.join('; ') });
    case 'last':
      return m.trace_last({ values: values.join('; ') });
    case 'at_most':
      return m.trace_at_most({ value: first, bound: second });
    case 'at_least':
      return m.trace_at_least({ value: first, bound: second });
    case 'score':
      return m.trace_score({ value: first });
    case 'truncate':
      return m.trace_truncated({ value: first, places: second });
    default:
      return m.trace_rounded({ value: first, places: second });
  }
}

/** Where a figure was filled in, when its source names a row of a form: "case/unit/row@revision". */
export function formOf(source: string | undefined): string | undefined {
  const match = /^([^/\s]+)\/([^/\s]+)\/\S+@\d+$/.exec(source ?? '');
  return match ? `/berkas/${match[1]}/formulir/${match[2]}` : undefined;
}

/** In which case each piece of evidence was handed in. */
export function evidenceCases(detail: IndicatorDetail): Map<string, string> {
  return new Map(detail.periods.flatMap((one) => (one.case_id ? one.evidence.map((id): [string, string] => [id, one.case_id!]) : [])));
}
