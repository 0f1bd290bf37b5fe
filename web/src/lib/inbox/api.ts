import { answered, api, etagOf, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import type { Action } from '$lib/api/types';

type Schemas = components['schemas'];

export interface TaskFilter {
  q?: string;
  action?: Action;
  limit?: number;
  after?: string;
}

export const listTasks = (filter: TaskFilter, signal?: AbortSignal) =>
  answered(api.GET('/tasks', { params: { query: filter }, signal }));

export const listOwedForms = () => answered(api.GET('/owed-forms'));

export const getTask = (task: string) => answered(api.GET('/tasks/{task}', { params: { path: { task } } }));

export const readTask = (task: string) => answered(api.POST('/tasks/{task}/reading', { params: { path: { task } } }));

const on = (task: string, revision: number) => ({ path: { task }, header: ifMatch(etagOf(revision)) });

export const presentInput = (task: string, revision: number, body: Schemas['InputPresentation']) =>
  answered(api.POST('/tasks/{task}/inputs', { params: on(task, revision), body }));

export const writePaper = (task: string, revision: number, body: Schemas['PaperWriting']) =>
  answered(api.POST('/tasks/{task}/papers', { params: on(task, revision), body }));

export const completeTask = (task: string, revision: number, body: Schemas['Completion']) =>
  answered(api.POST('/tasks/{task}/completion', { params: on(task, revision), body }));

export const returnTask = (task: string, revision: number, body: Schemas['ReturnOrder']) =>
  answered(api.POST('/tasks/{task}/return', { params: on(task, revision), body }));

export const initialPaper = (task: string, revision: number, body: Schemas['Marking']) =>
  answered(api.POST('/tasks/{task}/initials', { params: on(task, revision), body }));

export const signPaper = (task: string, revision: number, body: Schemas['Marking']) =>
  answered(api.POST('/tasks/{task}/signature', { params: on(task, revision), body }));

export const answerRequest = (task: string, revision: number, body: Schemas['AnswerWriting']) =>
  answered(api.POST('/tasks/{task}/answer', { params: on(task, revision), body }));

export const acceptAnswer = (task: string, revision: number) =>
  answered(api.POST('/tasks/{task}/acceptance', { params: on(task, revision), body: {} }));

export const rejectAnswer = (task: string, revision: number, comment: string) =>
  answered(api.POST('/tasks/{task}/rejection', { params: on(task, revision), body: { comment } }));

export const distributePaper = (task: string, revision: number, body: Schemas['DistributionOrder']) =>
  answered(api.POST('/tasks/{task}/distribution', { params: on(task, revision), body }));

export const archiveCase = (task: string, revision: number, body: Schemas['ArchivingOrder']) =>
  answered(api.POST('/tasks/{task}/archiving', { params: on(task, revision), body }));

export const confirmReceipt = (task: string, revision: number) =>
  answered(api.POST('/tasks/{task}/receipt', { params: on(task, revision), body: {} }));
