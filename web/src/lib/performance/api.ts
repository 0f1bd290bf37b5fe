import { answered, api } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import type { CheckCode, Entry, EvidenceUse, EvidenceWriting, FormKey, RowSeen, Value } from './types';

type Body = components['schemas'];
const at = (key: FormKey) => ({ params: { path: { case: key.case, unit: key.unit } } });
const piece = (key: FormKey, evidence: string) => ({ params: { path: { case: key.case, unit: key.unit, evidence } } });

export const getCollection = (id: string) => answered(api.GET('/cases/{case}/collection', { params: { path: { case: id } } }));
export const getForm = (key: FormKey) => answered(api.GET('/cases/{case}/forms/{unit}', at(key)));

export const enterValues = (key: FormKey, rows: (RowSeen & { entry: Entry })[]) =>
  answered(api.POST('/cases/{case}/forms/{unit}/entries', { ...at(key), body: { rows } }));

export const remindDivision = (key: FormKey) => answered(api.POST('/cases/{case}/forms/{unit}/reminders', { ...at(key), body: {} as Body['Nothing'] }));

export const submitForm = (key: FormKey) => answered(api.POST('/cases/{case}/forms/{unit}/submission', { ...at(key), body: {} as Body['Nothing'] }));

export const acceptRows = (key: FormKey, rows: RowSeen[]) =>
  answered(api.POST('/cases/{case}/forms/{unit}/acceptance', { ...at(key), body: { rows } }));

export const returnRows = (key: FormKey, rows: RowSeen[], comment: string) =>
  answered(api.POST('/cases/{case}/forms/{unit}/rejection', { ...at(key), body: { rows, comment } }));

export const waiveWarning = (key: FormKey, row: RowSeen, code: CheckCode, reason: string) =>
  answered(api.POST('/cases/{case}/forms/{unit}/waivers', { ...at(key), body: { ...row, code, reason } }));

export const correctValue = (key: FormKey, row: RowSeen, value: Value, reason: string) =>
  answered(api.POST('/cases/{case}/forms/{unit}/corrections', { ...at(key), body: { ...row, value, reason } }));

export const attachEvidence = (key: FormKey, body: EvidenceWriting) =>
  answered(api.POST('/cases/{case}/forms/{unit}/evidence', { ...at(key), body }));

export const reuseEvidence = (key: FormKey, evidence: string, uses: EvidenceUse[]) =>
  answered(api.POST('/cases/{case}/forms/{unit}/evidence/{evidence}/uses', { ...piece(key, evidence), body: { uses } }));

export const detachEvidence = (key: FormKey, evidence: string, uses: EvidenceUse[]) =>
  answered(api.POST('/cases/{case}/forms/{unit}/evidence/{evidence}/detachment', { ...piece(key, evidence), body: { uses } }));

export const listEarlierEvidence = (key: FormKey) => answered(api.GET('/cases/{case}/forms/{unit}/earlier-evidence', at(key)));
