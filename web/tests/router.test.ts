// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { lazy, match } from '$lib/router.svelte';

const load = async () => ({ default: (() => undefined) as never });
const routes = ['/', '/berkas', '/berkas/mulai', '/berkas/:case'].map((path) => lazy(path, load));

describe('an address', () => {
  it.each([
    ['/', '/', {}],
    ['/berkas', '/berkas', {}],
    ['/berkas/', '/berkas', {}],
    ['/berkas/mulai', '/berkas/mulai', {}],
    ['/berkas/01JZ', '/berkas/:case', { case: '01JZ' }],
    ['/berkas/a%2Fb', '/berkas/:case', { case: 'a/b' }],
  ])('%s shows %s', (pathname, path, params) => {
    const found = match(routes, pathname);
    expect(found?.route.path).toBe(path);
    expect(found?.params).toEqual(params);
  });
  it('that is no valid text shows nothing', () => expect(match(routes, '/berkas/%E0%A4')).toBeUndefined());
  it('that nobody knows shows nothing', () => expect(match(routes, '/berkas/1/2')).toBeUndefined());
});
