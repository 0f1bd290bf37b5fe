// Identifiers of new things: short, made of what was typed, not taken yet. Nobody has to think of one.
export function freshId(wanted: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const plain = slug(wanted).slice(0, 56) || 'x';
  if (!used.has(plain)) return plain;
  for (let n = 2; ; n += 1) if (!used.has(`${plain}-${n}`)) return `${plain}-${n}`;
}

/** "Program Pembinaan Perpustakaan" -> "program-pembinaan-perpustakaan"; points of a code stay. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
