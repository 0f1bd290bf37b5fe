import { describe, expect, it, vi } from 'vitest';
import { Problem } from '$lib/api/problem';
import { oncePrinted } from '$lib/signing/patience';

const early = () => new Problem(503, { code: 'signing.edition_pending' }, 3);
const always = () => true;

describe('oncePrinted', () => {
  it('does it again, as often as the server says that the PDF is being made', async () => {
    const work = vi.fn().mockRejectedValueOnce(early()).mockRejectedValueOnce(early()).mockResolvedValue('ditandatangani');
    const rest = vi.fn(async () => {});
    expect(await oncePrinted(work, always, rest)).toBe('ditandatangani');
    expect(work).toHaveBeenCalledTimes(3);
    expect(rest.mock.calls).toEqual([[3], [3]]);
  });

  it('does nothing more once nobody wants it', async () => {
    const work = vi.fn().mockRejectedValue(early());
    await expect(oncePrinted(work, () => false, async () => {})).rejects.toMatchObject({ code: 'signing.edition_pending' });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('throws on what else goes wrong, and what never ends', async () => {
    const wrong = vi.fn().mockRejectedValue(new Problem(403, { code: 'signing.passphrase_wrong' }));
    await expect(oncePrinted(wrong, always, async () => {})).rejects.toMatchObject({ code: 'signing.passphrase_wrong' });
    expect(wrong).toHaveBeenCalledTimes(1);
    const never = vi.fn().mockRejectedValue(early());
    await expect(oncePrinted(never, always, async () => {})).rejects.toMatchObject({ code: 'signing.edition_pending' });
    expect(never).toHaveBeenCalledTimes(60);
  });
});
