import { answered, api } from '$lib/api/client';
import type { components } from '$lib/api/schema';

export type Edition = components['schemas']['Edition'];

const on = (id: string, paper: string, version: number) => ({ params: { path: { case: id, paper, version } } });

export const requestEdition = (id: string, paper: string, version: number) =>
  answered(api.POST('/cases/{case}/papers/{paper}/versions/{version}/edition', on(id, paper, version)));
export const showEdition = (id: string, paper: string, version: number) =>
  answered(api.GET('/cases/{case}/papers/{paper}/versions/{version}/edition', on(id, paper, version)));

const first = [500, 1000, 1500, 2500]; // ms
const later = 5000; // ms
const most = 24;

/** How long to wait before looking again; nothing when it is enough. */
export const pauseBefore = (looked: number): number | undefined => (looked < most ? (first[looked] ?? later) : undefined);
