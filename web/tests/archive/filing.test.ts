import { describe, expect, it } from 'vitest';
import { filingOf, proposed, type Typed } from '$lib/archive/filing';

const typed: Typed = { classification: ' 000.8.6.3 ', active: '2', inactive: '3', disposal: 'destroy', location: ' Lemari B2 ', missing: '' };
const code = (name: string, more: object = {}) => ({ code: name, title: name, security: '', note: '', closed: false, ...more });
const retention = { active_years: 5, inactive_years: 1, disposal: 'permanent' as const };
const schedule = [code('000.8'), code('000.8.6.3', { retention }), code('000.9', { retention, closed: true })];

describe('filing without a schedule', () => {
  it('is as typed', () => {
    expect(filingOf(typed, [], false)).toEqual({ classification: '000.8.6.3', active_years: 2, inactive_years: 3, disposal: 'destroy', location: 'Lemari B2' });
  });
  it('waits for everything', () => {
    for (const open of [{ classification: ' ' }, { active: '' }, { inactive: 'x' }, { disposal: '' as const }, { location: '' }]) expect(filingOf({ ...typed, ...open }, [], false)).toBeUndefined();
  });
  it('says why it does not wait for those who have not confirmed', () => {
    expect(filingOf(typed, [], true)).toBeUndefined();
    expect(filingOf({ ...typed, missing: 'Dinas luar.' }, [], true)).toMatchObject({ missing_reason: 'Dinas luar.' });
  });
});

describe('filing by a schedule', () => {
  it('takes the retention from it, whatever was typed', () => {
    expect(filingOf(typed, schedule, false)).toMatchObject(retention);
  });
  it('takes no heading and no closed code', () => {
    for (const classification of ['000.8', '000.9', '111']) expect(filingOf({ ...typed, classification }, schedule, false)).toBeUndefined();
  });
  it('is proposed what can be chosen only', () => {
    expect(['000.8.6.3', '000.9', '111', undefined].map((one) => proposed(one, schedule))).toEqual(['000.8.6.3', '', '', '']);
    expect(proposed('111', [])).toBe('111');
  });
});
