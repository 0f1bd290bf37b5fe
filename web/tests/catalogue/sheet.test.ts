import { describe, expect, it } from 'vitest';
import type { IndicatorSheet } from '$lib/catalogue/api';
import { draftOfSheet, emptySheet, readSheet } from '$lib/catalogue/sheet';

const whole: IndicatorSheet = {
  ...emptySheet(2026),
  name: 'Waktu temu balik arsip',
  definition: 'd',
  formula_words: 'f',
  unit_of_measure: 'menit',
  polarity: 'minimise',
  provider: 'bidang-kearsipan',
  responsible: 'kabid',
  data_source: 's',
  required_evidence: ['Rekap', 'Foto'],
  multiplier: '1',
  weight: '0.25',
  baseline: { kind: 'number', number: '24' },
  baseline_year: 2024,
  rules: { minimise: 'b', consolidation: 'average', cap: { at: '120' }, floor: {}, zero_target: { kind: 'steps', steps: [{ up_to: '1', achievement: '50' }], otherwise: '0' }, rounding: { mode: 'half_even', places: 3 }, rating_scale: 'permendagri-86', predicates: 'sakip' },
};

describe('a sheet in its form', () => {
  it('comes back as it went in', () => expect(readSheet(draftOfSheet(whole), 2026)).toEqual({ sheet: whole, faults: {} }));
  it('states no rule when all follow the profile', () => expect(readSheet({ ...draftOfSheet(whole), rules: draftOfSheet(emptySheet(2026)).rules }, 2026).sheet?.rules).toEqual({}));
  it('keeps "no bound" and "as the profile says" apart', () => {
    const draft = draftOfSheet(whole);
    expect([draft.rules.cap, draft.rules.floor]).toEqual(['at', 'none']);
    draft.rules.cap = '';
    expect(readSheet(draft, 2026).sheet?.rules.cap).toBeUndefined();
  });
  it('names what is missing by the field of the contract', () => {
    expect(Object.keys(readSheet(draftOfSheet({ ...emptySheet(2026), form: 'ratio' }), 2026).faults).sort()).toEqual(['denominator', 'name', 'numerator', 'provider', 'unit_of_measure']);
    expect(Object.keys(readSheet({ ...draftOfSheet(whole), multiplier: 'x', form: 'derived', baselineYear: '24' }, 2026).faults).sort()).toEqual(['baseline_year', 'formula', 'multiplier']);
  });
  it('has a formula only when it is derived', () => expect(readSheet({ ...draftOfSheet(whole), formula: 'a / b' }, 2026).sheet?.formula).toBeUndefined());
});
