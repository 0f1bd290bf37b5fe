// A division's form as a workbook: filled in with a spreadsheet program, looked at row by row, then entered.
import { sendSheet } from '$lib/api/spreadsheet';
import type { components } from '$lib/api/schema';
import type { Fate, Importing } from '$lib/catalogue/import/import';

type Report = components['schemas']['WorkbookReport'];
const fates: Record<Report['rows'][number]['fate'], Fate> = { entered: 'added', changed: 'changed', same: 'same', refused: 'refused', stale: 'refused' };

export const workbookPath = (place: { case: string; unit: string }) => `/cases/${place.case}/forms/${place.unit}/workbook`;
export const workbookAddress = (place: { case: string; unit: string }) => `/api/v1${workbookPath(place)}`;

export function workbookImport(place: { case: string; unit: string }): Importing {
  return {
    check: async (file) => {
      const { data } = await sendSheet<Report>(`${workbookPath(place)}-checks`, file);
      const rows = data.rows.map(({ row, name, fate, words, problem }) => ({ row, sheet: name, fate: fates[fate], words, problem }));
      return { rows, acceptable: data.acceptable };
    },
    accept: (file) => sendSheet(`${workbookPath(place)}s`, file),
  };
}
