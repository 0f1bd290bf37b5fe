// Short names for what the contract says about forms (tag `performance`).
import type { components } from '$lib/api/schema';

type Schemas = components['schemas'];

export type Value = Schemas['Value'];
export type Entry = Schemas['Entry'];
export type FollowUp = Schemas['FollowUp'];
export type Form = Schemas['Form'];
export type FormRow = Schemas['FormRow'];
export type FormSummary = Schemas['FormSummary'];
export type Reminder = Schemas['Reminder'];
export type OwedForm = Schemas['OwedForm'];
export type FormAct = Schemas['FormAct'];
export type FormReceipt = Schemas['FormReceipt'];
export type RowFinding = Schemas['RowFinding'];
export type RowSubject = Schemas['RowSubject'];
export type RowState = Schemas['RowState'];
export type RowKind = Schemas['RowKind'];
export type Evidence = Schemas['Evidence'];
export type EvidenceKind = Schemas['EvidenceKind'];
export type EvidenceUse = Schemas['EvidenceUse'];
export type EvidenceWriting = Schemas['EvidenceWriting'];
export type Collection = Schemas['Collection'];
export type Timeliness = Schemas['Timeliness'];
export type CheckCode = Schemas['CheckCode'];

export interface FormKey {
  case: string;
  unit: string;
}

/** Names a row in a request. */
export interface RowSeen {
  kind: RowKind;
  subject: string;
  if_revision: number;
}
