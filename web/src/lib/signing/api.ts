import { answered, api, etagOf, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';

type Schemas = components['schemas'];
export type OwnSigning = Schemas['OwnSigning'];
export type Signature = Schemas['Signature'];
export type SignerKind = Schemas['SignerKind'];
export type Signers = Schemas['Signers'];
type MarkKind = Schemas['MarkKind'];

export const getSigning = (task: string) => answered(api.GET('/tasks/{task}/signing', { params: { path: { task } } }));
export const listSignatures = (id: string) => answered(api.GET('/cases/{case}/signatures', { params: { path: { case: id } } }));

const on = (task: string, revision: number, kind: MarkKind) => ({ path: { task }, query: { kind }, header: ifMatch(etagOf(revision)) });
export const printPaper = (task: string, revision: number, kind: MarkKind, sha256: string) =>
  answered(api.POST('/tasks/{task}/print', { params: on(task, revision, kind), body: { sha256 } }));
export const returnScan = (task: string, revision: number, kind: MarkKind, body: Schemas['ScanReturn']) =>
  answered(api.POST('/tasks/{task}/scan', { params: on(task, revision, kind), body }));

export const signedPaperAddress = (id: string, signature: number) => `/api/v1/cases/${encodeURIComponent(id)}/signatures/${signature}/file`;
export const printAddress = (id: string, signature: number) => `/api/v1/cases/${encodeURIComponent(id)}/signatures/${signature}/print`;

export const listSigners = () => answered(api.GET('/signers'));
export const nameSigner = (person: string, etag: string, body: Schemas['SignerRecord']) =>
  answered(api.PUT('/signers/{person}', { params: { path: { person }, header: ifMatch(etag) }, body }));
export const removeSigner = (person: string, etag: string) =>
  answered(api.DELETE('/signers/{person}', { params: { path: { person }, header: ifMatch(etag) } }));
