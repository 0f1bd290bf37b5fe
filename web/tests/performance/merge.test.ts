import { describe, expect, it } from 'vitest';
import { merge, settle } from '$lib/performance/grid/merge';
import { WorkRow } from '$lib/performance/grid/row.svelte';
import { formRow, numbered } from './support';

const fields = ['value', 'second', 'drivers', 'note'];
const base = { value: '1', second: '10', drivers: '', note: '' };

describe('two people at one row', () => {
  it('what only one of them changed is taken', () => {
    const { raw, clashes } = merge(fields, base, { ...base, value: '2' }, { ...base, drivers: 'ramai' });
    expect([raw, clashes]).toEqual([{ ...base, value: '2', drivers: 'ramai' }, []]);
  });
  it('the same change is no clash', () => expect(merge(fields, base, { ...base, note: 'x' }, { ...base, note: 'x' }).clashes).toEqual([]));
  it('a numerator and its denominator are one cell', () => {
    const { clashes } = merge(fields, base, { ...base, value: '2' }, { ...base, second: '20' });
    expect(clashes).toEqual([{ fields: ['value', 'second'], theirs: ['1', '20'] }]);
  });
  it('every cell is chosen on its own', () => {
    const { raw, clashes } = merge(fields, base, { ...base, value: '2', note: 'saya' }, { ...base, value: '3', note: 'dia' });
    expect(settle(raw, clashes, new Set(['note']))).toEqual({ ...base, value: '2', note: 'dia' });
  });
});

describe('a row that is worked on', () => {
  it('takes a newer row over where nothing was typed', () => {
    const row = new WorkRow(formRow('i1'));
    row.absorb(formRow('i1', { revision: 2, entry: numbered('7') }));
    expect([row.raw.value, row.dirty, row.named.if_revision]).toEqual(['7', false, 2]);
  });
  it('keeps what was typed and asks where both changed; asking again changes nothing', () => {
    const row = new WorkRow(formRow('i1'));
    row.set('value', '5');
    const newer = formRow('i1', { revision: 2, entry: numbered('7', { note: 'dia' }) });
    row.absorb(newer);
    row.absorb(newer);
    expect([row.clashes.length, row.raw.value, row.raw.note, row.standing]).toEqual([1, '5', 'dia', 'clash']);
    row.choose(new Set(['value']));
    expect([row.raw.value, row.dirty]).toEqual(['7', false]);
  });
  it('mine is what the cell says when the choice is made', () => {
    const row = new WorkRow(formRow('i1'));
    row.set('value', '5');
    row.absorb(formRow('i1', { revision: 2, entry: numbered('7') }));
    row.set('value', '56');
    row.choose(new Set());
    expect([row.raw.value, row.clashes, row.dirty]).toEqual(['56', [], true]);
  });
  it('a choice that was put off is asked for again when the form is opened again', () => {
    const before = new WorkRow(formRow('i1'));
    const newer = formRow('i1', { revision: 2, entry: numbered('7') });
    before.set('value', '5');
    before.absorb(newer);
    const row = new WorkRow(newer);
    row.restore(before.draft);
    expect([row.clashes.length, row.raw.value, row.base.value]).toEqual([1, '5', '7']);
  });
  it('an answer older than what was stored is not believed', () => {
    const row = new WorkRow(formRow('i1', { revision: 3, entry: numbered('7') }));
    row.absorb(formRow('i1', { revision: 2, entry: numbered('1') }));
    expect(row.raw.value).toBe('7');
  });
  it('what is typed while a sending is under way stays to be sent', () => {
    const row = new WorkRow(formRow('i1'));
    row.set('value', '5');
    const sent = row.raw;
    row.set('value', '56');
    row.stored(sent);
    expect([row.dirty, row.base.value]).toEqual([true, '5']);
  });
  it('a draft over a row that somebody else changed asks', () => {
    const before = new WorkRow(formRow('i1'));
    before.set('value', '5');
    const row = new WorkRow(formRow('i1', { revision: 4, entry: numbered('9') }));
    row.restore(before.draft);
    expect([row.clashes.length, row.raw.value]).toEqual([1, '5']);
  });
  it('a cell that the server refused is free again once it is changed', () => {
    const row = new WorkRow(formRow('i1'));
    row.refused = { value: 'harus berupa angka' };
    expect(row.wrong).toBe(true);
    row.set('value', '3');
    expect(row.wrong).toBe(false);
  });
});
