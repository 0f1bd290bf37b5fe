import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '$lib/api/problem';
import type { Signature } from '$lib/signing/api';
import { onceMade } from '$lib/signing/waiting';
import { issuerWords } from '$lib/signing/words';

const early = new Problem(503, { code: 'signing.edition_pending' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('asks again while the PDF is being made, and no longer', async () => {
  const ask = vi.fn<() => Promise<number | undefined>>().mockRejectedValueOnce(early).mockResolvedValueOnce(undefined).mockResolvedValue(7);
  const made = onceMade(ask, () => true);
  await vi.runAllTimersAsync();
  expect(await made).toBe(7);
  expect(ask).toHaveBeenCalledTimes(3);
});

test('what is wrong is said at once', async () => {
  const ask = vi.fn<() => Promise<number>>().mockRejectedValue(new Problem(422, { code: 'signing.passphrase_wrong' }));
  await expect(onceMade(ask, () => true)).rejects.toMatchObject({ code: 'signing.passphrase_wrong' });
  expect(ask).toHaveBeenCalledTimes(1);
});

test('nobody waits: nothing is asked again', async () => {
  let awaited = true;
  const ask = vi.fn<() => Promise<number>>().mockRejectedValue(early);
  const made = onceMade(ask, () => awaited);
  awaited = false;
  await vi.runAllTimersAsync();
  expect(await made).toBeUndefined();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('of a certificate the name of its issuer is shown', () => {
  const of = (certificate?: string) => issuerWords({ certificate } as Signature);
  expect(of('Pejabat Kadis, CN=Otoritas internal Dinas,O=Dinas,C=ID')).toContain('Otoritas internal Dinas');
  expect(of('Pejabat Kadis, CN=Otoritas internal Dinas,O=Dinas,C=ID')).not.toContain('C=ID');
  expect(of('tanpa nama')).toBe('tanpa nama');
  expect(of()).toBe('');
});
