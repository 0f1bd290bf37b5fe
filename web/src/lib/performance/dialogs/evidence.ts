// Pieces of evidence as the dialog needs them.
import { fileAddress } from '$lib/cases/api';
import type { WorkRow } from '$lib/performance/grid/row.svelte';
import type { Evidence, EvidenceWriting } from '$lib/performance/types';

/** Pieces of other rows that this row does not use yet, each once. */
export function piecesElsewhere(rows: WorkRow[], row: WorkRow): Evidence[] {
  const seen = new Set(row.seen.evidence.map((piece) => piece.id));
  const found: Evidence[] = [];
  for (const piece of rows.flatMap((one) => one.seen.evidence)) {
    if (seen.has(piece.id)) continue;
    seen.add(piece.id);
    found.push(piece);
  }
  return found;
}

export function sourceOf(piece: Evidence): Pick<EvidenceWriting, 'file' | 'link' | 'place'> {
  if (piece.file) return { file: piece.file };
  return piece.link ? { link: piece.link } : { place: piece.place ?? '' };
}

/** Where a piece opens; nothing for a paper in a cupboard, or a link that is none. */
export function addressOf(piece: Evidence, caseId: string): string | undefined {
  if (piece.file) return fileAddress(caseId, piece.file.sha256);
  return piece.link && /^https?:\/\//i.test(piece.link) ? piece.link : undefined;
}

/** The piece that is the same file, link or place: it is used again instead of being kept twice. */
export function duplicateOf(known: Evidence[], source: Pick<EvidenceWriting, 'file' | 'link' | 'place'>): Evidence | undefined {
  return known.find(
    (piece) =>
      (source.file && piece.file?.sha256 === source.file.sha256) || (source.link && piece.link === source.link) || (source.place && piece.place?.toLowerCase() === source.place.toLowerCase()),
  );
}
