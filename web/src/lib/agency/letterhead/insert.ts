// Putting fields into the words of a template. Nothing here knows the browser.
import type { Editing } from '$lib/cases/paper/editing';

/** Puts a field where the cursor is; what stands `alone` gets a line of its own. */
export function insertField({ text, from, to }: Editing, name: string, alone: boolean): Editing {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const field = `${alone && before && !before.endsWith('\n') ? '\n' : ''}{{${name}}}${alone && !after.startsWith('\n') ? '\n' : ''}`;
  const caret = from + field.length;
  return { text: before + field + after, from: caret, to: caret };
}
