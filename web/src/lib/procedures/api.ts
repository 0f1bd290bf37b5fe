import { answered, api, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import { yaml } from '$lib/api/yaml';

export const listProcedures = (after?: string) =>
  answered(api.GET('/procedures', { params: { query: { limit: 100, after } } }));

export const getProcedure = (id: string) => answered(api.GET('/procedures/{procedure}', { params: { path: { procedure: id } } }));

const at = (id: string, version: number) => ({ params: { path: { procedure: id, version } } });

export const getVersion = (id: string, version: number) => answered(api.GET('/procedures/{procedure}/versions/{version}', at(id, version)));

export const getSheet = (id: string, version: number) => answered(api.GET('/procedures/{procedure}/versions/{version}/sheet', at(id, version)));

export const checkProcedure = (text: string) => answered(api.POST('/procedures/checks', yaml(text)));

/** A drawing is read as a procedure: the answer has the file made from it, and what did not come over. */
export const checkDrawing = (text: string) =>
  answered(api.POST('/procedures/checks', { ...yaml(text), headers: { 'Content-Type': 'application/xml' } }));

export const printSheet = (id: string, version: number, size: 'a4' | 'f4') =>
  answered(api.GET('/procedures/{procedure}/versions/{version}/sheet/{format}', { params: { path: { procedure: id, version, format: 'pdf' }, query: { size } }, parseAs: 'blob' }));

export const sheetUrl = (id: string, version: number, format: 'svg' | 'html' | 'docx') => `/api/v1/procedures/${encodeURIComponent(id)}/versions/${version}/sheet/${format}`;

export const drawingUrl = (id: string, version: number) => `/api/v1/procedures/${encodeURIComponent(id)}/versions/${version}/bpmn`;

export const adoptProcedure = (text: string) => answered(api.POST('/procedures', yaml(text)));

export const assignProcedure = (id: string, etag: string, assignments: components['schemas']['Assignment'][]) =>
  answered(api.PUT('/procedures/{procedure}/assignments', { params: { path: { procedure: id }, header: ifMatch(etag) }, body: { assignments } }));
