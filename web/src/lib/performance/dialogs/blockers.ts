// What keeps a form from being sent, row by row, in the order in which it is mended.
import { m } from '$lib/paraglide/messages.js';
import type { Field } from '$lib/performance/grid/raw';
import type { WorkRow } from '$lib/performance/grid/row.svelte';
import type { CheckCode } from '$lib/performance/types';

export interface Obstacle {
  row: WorkRow;
  kind: 'wrong' | 'clash' | 'waiting' | 'returned' | 'error' | 'warning';
  field: Field;
  text: string;
}

/** Where a finding is mended, when that is not the value. */
const fieldOf = (code: CheckCode): Field | undefined => (code === 'narrative_too_short' ? 'obstacles' : code === 'evidence_missing' ? 'evidence' : undefined);

export function obstaclesOf(row: WorkRow): Obstacle[] {
  const first = row.fields.find((field) => field === 'value' || field.startsWith('part.')) ?? 'value';
  const found: Obstacle[] = Object.entries(row.faults).map(([field, text]) => ({ row, kind: 'wrong', field, text }));
  if (row.clashes.length) found.push({ row, kind: 'clash', field: row.clashes[0]!.fields[0]!, text: m.clash_here() });
  if (found.length) return found; // what the server found is about another text
  if (row.dirty) return [{ row, kind: 'waiting', field: first, text: m.row_waiting_long() }];
  if (row.seen.state === 'returned') found.push({ row, kind: 'returned', field: first, text: m.row_returned_unmended({ comment: row.seen.comment ?? '' }) });
  for (const finding of row.blocking) {
    found.push({ row, kind: finding.severity === 'error' ? 'error' : 'warning', field: fieldOf(finding.code) ?? first, text: finding.message });
  }
  return found;
}
