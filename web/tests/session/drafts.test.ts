// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { Drafts } from '$lib/session/drafts';

beforeEach(() => localStorage.clear());

describe('what was typed and not sent', () => {
  it('is there again', () => {
    new Drafts('a1').write('tugas/1', { text: 'setengah' });
    expect(new Drafts('a1').read('tugas/1')).toEqual({ text: 'setengah' });
  });
  it('belongs to one account', () => {
    new Drafts('a1').write('tugas/1', { text: 'punya a1' });
    expect(new Drafts('a2').read('tugas/1')).toEqual({});
  });
  it('is gone once it was sent', () => {
    const drafts = new Drafts('a1');
    drafts.write('tugas/1', { text: 'x' });
    drafts.clear('tugas/1');
    expect(drafts.read('tugas/1')).toEqual({});
  });
  it('signing out takes all of mine and nothing of others', () => {
    new Drafts('a1').write('x', { n: 1 });
    new Drafts('a1').write('y', { n: 2 });
    new Drafts('a11').write('x', { n: 3 });
    localStorage.setItem('himpun.theme', 'dark');
    new Drafts('a1').clearAll();
    expect([new Drafts('a1').read('x'), new Drafts('a1').read('y')]).toEqual([{}, {}]);
    expect(new Drafts('a11').read('x')).toEqual({ n: 3 });
    expect(localStorage.getItem('himpun.theme')).toBe('dark');
  });
  it('a damaged entry is as none', () => {
    localStorage.setItem('himpun.draft.a1/x', '{');
    expect(new Drafts('a1').read('x')).toEqual({});
  });
  it('a full device says so and breaks nothing', () => {
    const full = { ...localStorage, setItem: () => { throw new DOMException('', 'QuotaExceededError'); } } as unknown as Storage;
    expect(new Drafts('a1', full).write('x', { n: 1 })).toBe(false);
  });
});
