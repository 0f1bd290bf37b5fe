import { answered, api, etagOf, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import type { CaseState } from '$lib/api/types';

type Schemas = components['schemas'];

export interface CaseFilter {
  state?: CaseState;
  procedure?: string;
  period?: string;
  q?: string;
  sort?: '-updated_at' | 'number' | 'due_at';
  limit?: number;
  after?: string;
}

export const listCases = (filter: CaseFilter) => answered(api.GET('/cases', { params: { query: filter } }));

export const startCase = (body: Schemas['CaseStart']) => answered(api.POST('/cases', { body }));

export const getCase = (id: string) => answered(api.GET('/cases/{case}', { params: { path: { case: id } } }));

export const getHistory = (id: string, after?: string) =>
  answered(api.GET('/cases/{case}/history', { params: { path: { case: id }, query: { limit: 20, after } } }));

const on = (id: string, version: number) => ({ path: { case: id }, header: ifMatch(etagOf(version)) });

export const suspendCase = (id: string, version: number, reason: string) =>
  answered(api.POST('/cases/{case}/suspension', { params: on(id, version), body: { reason } }));

export const resumeCase = (id: string, version: number) =>
  answered(api.POST('/cases/{case}/resumption', { params: on(id, version), body: {} }));

export const cancelCase = (id: string, version: number, reason: string) =>
  answered(api.POST('/cases/{case}/cancellation', { params: on(id, version), body: { reason } }));

export const withdrawDisposition = (id: string, version: number, reason: string) =>
  answered(api.POST('/cases/{case}/withdrawal', { params: on(id, version), body: { reason } }));

export const correctEvent = (id: string, version: number, event: string, text: string) =>
  answered(api.POST('/cases/{case}/corrections', { params: on(id, version), body: { event, text } }));

export const previewMigration = (id: string, version?: number) =>
  answered(api.GET('/cases/{case}/migration', { params: { path: { case: id }, query: { version } } }));

export const migrateCase = (id: string, caseVersion: number, version: number) =>
  answered(api.POST('/cases/{case}/migration', { params: on(id, caseVersion), body: { version } }));

export const fileAddress = (id: string, sha256: string): string => `/api/v1/cases/${id}/files/${sha256}`;
export const paperAddress = (id: string, key: string, version: number): string =>
  `/api/v1/cases/${id}/papers/${encodeURIComponent(key)}/versions/${version}`;
