/** Two letters for a person's disc: "Drs. H. Ahmad Fauzi, M.Si." is AF. Titles stand before with a dot, after with a comma. */
export function initialsOf(name: string): string {
  const words = name.split(',')[0]!.split(/\s+/).filter((word) => word && !word.endsWith('.'));
  return words.slice(0, 2).map((word) => word[0]!.toUpperCase()).join('');
}
