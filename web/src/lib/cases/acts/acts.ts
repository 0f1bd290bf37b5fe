// What a task asks for, loaded when it is asked: nobody needs all of it.
import type { Action } from '$lib/api/types';
import type { Component } from 'svelte';
import type { AllProps } from './props';

type Act = Component<AllProps>;
const acts: Record<Action, () => Promise<{ default: Act }>> = {
  dispose: () => import('./Dispose.svelte'),
  work: () => import('./Work.svelte'),
  gather: () => import('./Gather.svelte'),
  answer: () => import('./AnswerForm.svelte'),
  review: () => import('./Review.svelte'),
  initial: () => import('./MarkPaper.svelte'),
  sign: () => import('./MarkPaper.svelte'),
  distribute: () => import('./Distribute.svelte'),
  receive: () => import('./Receive.svelte'),
};

export const actOf = (action: Action) => acts[action]();
