// The places one can go, and who sees them. The server decides what may be done there.
import type { Role } from '$lib/api/types';
import { m } from '$lib/paraglide/messages.js';
import { session } from '$lib/session/session.svelte';
import type { IconName } from './Icon.svelte';

export interface Place {
  href: string;
  icon: IconName;
  label: string;
  /** Has a tab of its own on a phone; the others are behind "Lainnya". */
  tab: boolean;
  /** Only these see it; everybody when absent. */
  roles?: Role[];
}

const all = (): Place[] => [
  { href: '/', icon: 'inbox', label: m.nav_inbox(), tab: true },
  { href: '/berkas', icon: 'folder', label: m.nav_cases(), tab: true },
  { href: '/capaian', icon: 'chart', label: m.nav_results(), tab: false },
  { href: '/katalog', icon: 'list', label: m.nav_catalogue(), tab: false },
  { href: '/prosedur', icon: 'sheet', label: m.nav_procedures(), tab: true },
  { href: '/arsip', icon: 'stamp', label: m.nav_archive(), tab: false },
  { href: '/kalender', icon: 'calendar', label: m.nav_calendar(), tab: false },
  { href: '/kantor', icon: 'office', label: m.nav_agency(), tab: false, roles: ['administrator'] },
  { href: '/jurnal', icon: 'journal', label: m.nav_journal(), tab: false, roles: ['administrator', 'auditor'] },
];

const sees = ({ roles }: Place): boolean => !roles || roles.some((role) => session.has(role));

export const places = (): Place[] => all().filter(sees);

/** Whose place this is, when it is not for the one who is signed in. */
export const barredBy = (pathname: string): Role[] | undefined =>
  all().find((place) => isAt(place.href, pathname) && !sees(place))?.roles;

export const isAt = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
