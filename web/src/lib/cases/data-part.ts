// The part of a draft that Himpun makes from the accepted figures. It is not typed, so it is not compared with what is.
const part = /\s*=== DATA KINERJA[\s\S]*?(=== AKHIR DATA KINERJA ===\s*|$)/;

export const withoutDataPart = (text: string): string => text.replace(part, '').trimEnd();
