import type { Role, Standing } from '$lib/api/types';
import { m } from '$lib/paraglide/messages.js';

export const standings: Standing[] = ['definitive', 'plt', 'plh', 'delegation'];

export const standingWord = (standing: Standing): string =>
  ({ definitive: m.standing_definitive, plt: m.standing_plt, plh: m.standing_plh, delegation: m.standing_delegation })[standing]();

export const roles: Role[] = ['administrator', 'auditor'];

export const roleWord = (role: Role): string => (role === 'administrator' ? m.role_administrator() : m.role_auditor());
