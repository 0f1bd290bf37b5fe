import { describe, expect, it } from 'vitest';
import { initialsOf } from '$lib/session/initials';

describe('the letters in the disc', () => {
  it('are those of the name, not of its titles', () => {
    expect(initialsOf('Drs. H. Ahmad Fauzi, M.Si.')).toBe('AF');
    expect(initialsOf('Siti Rahmawati, S.Sos.')).toBe('SR');
  });
  it('are one when the name is one word', () => {
    expect(initialsOf('Nurhayati, S.I.P.')).toBe('N');
    expect(initialsOf('admin')).toBe('A');
  });
});
