// What this device keeps of an account so that its work goes on without a network: who it is, and the database of its
// forms. Signing out takes both away. No token and no password is among them.
import type { Me } from '$lib/api/types';

const whoKey = 'himpun.me';
const patience = 1000; // milliseconds; another window may hold the database open

export const deviceDatabase = (account: string): string => `himpun.${account}`;

export function keepWho(me: Me): void {
  try {
    localStorage.setItem(whoKey, JSON.stringify({ ...me, csrf_token: '' }));
  } catch {
    // no room: the application then opens only with a network
  }
}

export function keptWho(): Me | undefined {
  try {
    return (JSON.parse(localStorage.getItem(whoKey) ?? 'null') as Me | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export const forgetWho = (): void => localStorage.removeItem(whoKey);

export function forgetDevice(account: string): Promise<void> {
  forgetWho();
  if (typeof indexedDB === 'undefined') return Promise.resolve();
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(deviceDatabase(account));
    request.onsuccess = request.onerror = () => resolve();
    setTimeout(resolve, patience);
  });
}
