// The places one can go, and who sees them. The server decides what may be done there.
import { m } from '$lib/paraglide/messages.js';
import { session } from '$lib/session/session.svelte';
import type { IconName } from './Icon.svelte';

export interface Place {
  href: string;
  icon: IconName;
  label: string;
  /** Has a tab of its own on a phone; the others are behind "Lainnya". */
  tab: boolean;
}

export function places(): Place[] {
  const all: (Place & { seen: boolean })[] = [
    { href: '/', icon: 'inbox', label: m.nav_inbox(), tab: true, seen: true },
    { href: '/berkas', icon: 'folder', label: m.nav_cases(), tab: true, seen: true },
    { href: '/capaian', icon: 'chart', label: m.nav_results(), tab: false, seen: true },
    { href: '/katalog', icon: 'list', label: m.nav_catalogue(), tab: false, seen: true },
    { href: '/prosedur', icon: 'sheet', label: m.nav_procedures(), tab: true, seen: true },
    { href: '/kalender', icon: 'calendar', label: m.nav_calendar(), tab: false, seen: true },
    { href: '/kantor', icon: 'office', label: m.nav_agency(), tab: false, seen: session.has('administrator') },
    { href: '/jurnal', icon: 'journal', label: m.nav_journal(), tab: false, seen: session.has('administrator') || session.has('auditor') },
  ];
  return all.filter((place) => place.seen);
}

export const isAt = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
