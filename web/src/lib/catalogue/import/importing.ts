// How a file reaches the catalogue. Nothing until the contract has check_import and import_catalogue; then `check` and
// `accept` send the file's bytes there, and the part "Impor" of the catalogue shows itself.
import type { Importing } from '$lib/catalogue/import/import';

export const importing: Importing | undefined = undefined as Importing | undefined;
