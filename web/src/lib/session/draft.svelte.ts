// A form's raw values that keep themselves: `const form = draft('case/answer', {text: ''})`, then bind to `form.value`.
// Call it while a component is being created.
import { session } from './session.svelte';

const pause = 300; // milliseconds without typing before it is written

export interface Draft<T extends object> {
  value: T;
  /** Something from an earlier visit was put back. */
  readonly restored: boolean;
  /** What is there now was sent; only what changes from here on is kept. */
  clear(): void;
}

export function draft<T extends object>(scope: string, initial: T): Draft<T> {
  const drafts = session.drafts;
  const found = drafts.read<T>(scope);
  let untouched = JSON.stringify(initial);
  const value = $state({ ...initial, ...found }) as T;
  let timer = 0;

  const write = () => {
    const text = JSON.stringify($state.snapshot(value));
    if (text === untouched) drafts.clear(scope);
    else drafts.write(scope, JSON.parse(text) as object);
  };
  $effect(() => {
    JSON.stringify(value); // reads every member, so that every change comes by here
    clearTimeout(timer);
    timer = window.setTimeout(write, pause);
  });
  $effect(() => () => {
    clearTimeout(timer);
    if (session.me) write();
  });

  return {
    value,
    restored: Object.keys(found).length > 0,
    clear() {
      clearTimeout(timer);
      untouched = JSON.stringify($state.snapshot(value));
      drafts.clear(scope);
    },
  };
}
