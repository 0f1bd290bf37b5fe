import { answered, api, ifMatch } from '$lib/api/client';
import type { components, operations } from '$lib/api/schema';

type Schemas = components['schemas'];
export type Archive = Schemas['Archive'];
export type Filed = Schemas['Filed'];
export type FiledDetail = Schemas['FiledDetail'];
export type FileState = Schemas['FileState'];
export type Proposal = Schemas['Proposal'];
export type Retention = Schemas['Retention'];
export type Outgoing = Schemas['Outgoing'];
export type SentOutside = Schemas['SentOutside'];
export type OutsideAddressing = Schemas['OutsideAddressing'];
export type FiledQuery = NonNullable<operations['list_filed']['parameters']['query']>;

const at = (etag: string) => ({ header: ifMatch(etag) });

export const getArchive = () => answered(api.GET('/archive'));
export const listFiled = (query: FiledQuery) => answered(api.GET('/archive/files', { params: { query } }));
export const getFiled = (id: string) => answered(api.GET('/archive/files/{case}', { params: { path: { case: id } } }));
export const listProposals = () => answered(api.GET('/archive/proposals'));
export const nameRoles = (etag: string, keepers: string[], approvers: string[]) => answered(api.PUT('/archive/roles', { params: at(etag), body: { keepers, approvers } }));
export const propose = (files: string[], reason: string) => answered(api.POST('/archive/proposals', { body: { files, reason } }));
const on = (etag: string, proposal: string) => ({ path: { proposal }, ...at(etag) });
export const approve = (etag: string, proposal: string, decree: string) => answered(api.PUT('/archive/proposals/{proposal}/approval', { params: on(etag, proposal), body: { decree } }));
export const reject = (etag: string, proposal: string, reason: string) => answered(api.PUT('/archive/proposals/{proposal}/rejection', { params: on(etag, proposal), body: { reason } }));
export const carryOut = (etag: string, proposal: string, witnesses: string) => answered(api.PUT('/archive/proposals/{proposal}/execution', { params: on(etag, proposal), body: { witnesses } }));

export const getOutgoing = (id: string) => answered(api.GET('/cases/{case}/outgoing', { params: { path: { case: id } } }));
export const addressOutside = (id: string, etag: string, body: OutsideAddressing) => answered(api.POST('/cases/{case}/outgoing', { params: { path: { case: id }, ...at(etag) }, body }));
export const recordDelivery = (id: string, etag: string, recipient: string, body: Schemas['OutsideDelivery']) =>
  answered(api.PUT('/cases/{case}/outgoing/{recipient}/delivery', { params: { path: { case: id, recipient }, ...at(etag) }, body }));
export const recall = (id: string, etag: string, task: string, reason: string) =>
  answered(api.PUT('/cases/{case}/distributions/{task}/recall', { params: { path: { case: id, task }, ...at(etag) }, body: { reason } }));
