import { get, post, type Answer } from '$lib/api/call';
import type { Action, Receipt, TaskDetail, TaskPage } from '$lib/api/types';

export interface TaskFilter {
  q?: string;
  action?: Action | '';
  due?: 'late' | 'at_risk' | 'on_time' | '';
  limit?: number;
  after?: string;
}

export const listTasks = (filter: TaskFilter, signal?: AbortSignal) =>
  get<TaskPage>('/tasks', { query: { ...filter }, signal });

export const getTask = (task: string): Promise<Answer<TaskDetail>> => get<TaskDetail>(`/tasks/${task}`);

/** Everything that is done to a task is a resource below it: completion, inputs, papers, return, initials, ... */
export const act = (task: string, what: string, body: object, etag: string): Promise<Answer<Receipt>> =>
  post<Receipt>(`/tasks/${task}/${what}`, body, { etag });
