// What filing a case says, out of what was typed. Nothing here knows the browser.
import type { Archive, Retention } from './api';

export interface Typed {
  classification: string;
  active: string;
  inactive: string;
  disposal: Retention['disposal'] | '';
  location: string;
  missing: string; // why not everybody's confirmation is waited for
}
type Code = Archive['codes'][number];

export const isYears = (text: string) => /^\d{1,2}$/.test(text.trim());

/** Headings and closed codes are not filed under. */
export const usable = (codes: Code[]) => codes.filter((one) => one.retention && !one.closed);

/** The proposed code where it can be chosen; an office without a schedule takes it as it is. */
export const proposed = (code: string | undefined, codes: Code[]) => (code && (!codes.length || usable(codes).some((one) => one.code === code)) ? code : '');

/** As the schedule says; without one, as typed. */
export function retentionOf({ classification, active, inactive, disposal }: Typed, codes: Code[]): Retention | undefined {
  if (codes.length) return usable(codes).find((one) => one.code === classification.trim())?.retention;
  if (!isYears(active) || !isYears(inactive) || !disposal) return undefined;
  return { active_years: Number(active), inactive_years: Number(inactive), disposal };
}

/** Nothing while something is left open. */
export function filingOf(typed: Typed, codes: Code[], isWaiting: boolean) {
  const classification = typed.classification.trim();
  const location = typed.location.trim();
  const missing_reason = typed.missing.trim();
  const retention = retentionOf(typed, codes);
  if (!classification || !retention || !location || (isWaiting && !missing_reason)) return undefined;
  return { classification, ...retention, location, ...(isWaiting ? { missing_reason } : {}) };
}
