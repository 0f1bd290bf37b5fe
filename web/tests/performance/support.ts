import type { Entry, FormRow } from '$lib/performance/types';

export const blank: Entry = { value: { kind: 'blank' }, parts: [], drivers: '', obstacles: '', follow_ups: [], note: '' };
const about = { name: 'Kunjungan', unit_of_measure: 'orang', form: 'number', polarity: 'maximise', definition: '', formula: '', numerator: '', denominator: '', inputs: [], predicates: [], required_evidence: [] } as FormRow['about'];

export function formRow(subject: string, more: Partial<FormRow> = {}, form: FormRow['about']['form'] = 'number'): FormRow {
  return { kind: 'indicator', subject, about: { ...about, form }, entry: blank, figure: '', state: 'entered', revision: 1, findings: [], evidence: [], corrections: [], ...more };
}
export const numbered = (number: string, more: Partial<Entry> = {}): Entry => ({ ...blank, value: { kind: 'number', number }, ...more });
