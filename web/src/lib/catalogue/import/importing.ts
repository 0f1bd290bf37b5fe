// How a file reaches the catalogue: looked at first, then imported against the version that was looked at.
import { sendSheet } from '$lib/api/spreadsheet';
import type { Importing, ImportPreview } from './import';

export function catalogueImport(): Importing {
  let seen = '';
  return {
    check: async (file) => {
      const { data, etag } = await sendSheet<ImportPreview>('/catalogue/import-checks', file);
      seen = etag;
      return data;
    },
    accept: (file) => sendSheet('/catalogue/imports', file, seen),
  };
}
