import type { Problem } from '$lib/api/problem';
import { m } from '$lib/paraglide/messages.js';

/** What to tell people: our own words for what concerns every screen, the server's words for what a rule says. */
export function problemWords(problem: Problem): { title: string; detail: string } {
  if (problem.offline) return { title: m.offline_title(), detail: m.offline_kept() };
  if (problem.code?.startsWith('signing.')) return { title: problem.title, detail: problem.detail };
  if (problem.stale) return { title: m.stale_title(), detail: m.stale_detail() };
  if (problem.status === 403) return { title: problem.title || m.forbidden_title(), detail: problem.detail };
  if (problem.status === 404) return { title: m.missing_title(), detail: problem.detail || m.missing_page() };
  if (problem.status === 413) return { title: m.too_large_title(), detail: problem.detail };
  if (problem.status === 503) return { title: m.busy_title(), detail: problem.detail || m.busy_detail() };
  return { title: problem.title || m.failed_title(), detail: problem.detail || (problem.title ? '' : m.failed_detail()) };
}
