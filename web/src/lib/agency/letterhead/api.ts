import { answered, api, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';

type Schemas = components['schemas'];
export type Stationery = Schemas['Stationery'];
export type Letterhead = Schemas['Letterhead'];
export type Template = Stationery['templates'][number];
export type Sample = Schemas['StationeryDraft'];

export const getStationery = () => answered(api.GET('/letterhead'));
export const setLetterhead = (etag: string, body: Letterhead) => answered(api.PUT('/letterhead', { params: { header: ifMatch(etag) }, body }));
export const setTemplate = (etag: string, kind: Template['kind'], text: string) =>
  answered(api.PUT('/letterhead/templates/{kind}', { params: { path: { kind }, header: ifMatch(etag) }, body: { text } }));
export const previewSample = (body: Sample, signal: AbortSignal) => answered(api.POST('/letterhead/previews', { body, signal }));
export const printSample = (body: Sample) => answered(api.POST('/letterhead/prints', { body, parseAs: 'blob' }));
