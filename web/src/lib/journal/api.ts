import { answered, api } from '$lib/api/client';

export const listJournal = (stream?: string, after?: string) =>
  answered(api.GET('/journal', { params: { query: { stream, after, limit: 25 } } }));

export const listCheckpoints = () => answered(api.GET('/journal/checkpoints', { params: { query: { limit: 10 } } }));

export const verifyJournal = () => answered(api.POST('/journal/verifications'));

export const proofAddress = (event: string): string => `/api/v1/journal/events/${encodeURIComponent(event)}/proof`;
