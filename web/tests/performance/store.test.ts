import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { FormStore, type Draft } from '$lib/performance/grid/store';
import { forgetDevice } from '$lib/session/device';
import type { Form } from '$lib/performance/types';
import { formRow } from './support';

const key = { case: 'c1', unit: 'bidang' };
const draft: Draft = { raw: { value: '1.2x' }, base: { value: '' }, revision: 3, english: false };
const form = { case_id: 'c1', rows: [formRow('i1')] } as unknown as Form;

describe('what the device keeps', () => {
  it('raw text is there again, row by row, also what is no number', async () => {
    const store = new FormStore('a1');
    await store.keepDraft(key, 'indicator/i1', draft);
    await store.keepDraft({ ...key, unit: 'lain' }, 'indicator/i1', draft);
    expect(await new FormStore('a1').readDrafts(key)).toEqual(new Map([['indicator/i1', draft]]));
    await store.dropDraft(key, 'indicator/i1');
    expect((await store.readDrafts(key)).size).toBe(0);
    await store.close();
  });
  it('the last loaded form too, for its account only', async () => {
    const store = new FormStore('a2');
    await store.keepForm(key, form);
    expect((await store.readForm(key))?.form).toEqual(form);
    expect(await new FormStore('a3').readForm(key)).toBeUndefined();
    await store.close();
  });
  it('signing out takes everything of the account, also while the form is open', async () => {
    const [store, other] = [new FormStore('a4'), new FormStore('a5')];
    await store.keepForm(key, form);
    await other.keepForm(key, form);
    await forgetDevice('a4');
    expect(await new FormStore('a4').readForm(key)).toBeUndefined();
    expect((await other.readForm(key))?.form).toEqual(form);
  });
});
