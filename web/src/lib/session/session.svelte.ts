// Who is signed in. One object for the whole application; screens read it, only this file changes it.
import { onExpiry, setCsrfToken } from '$lib/api/client';
import { Problem } from '$lib/api/problem';
import type { Me, Role } from '$lib/api/types';
import { useOffset } from '$lib/format/time';
import * as sessionApi from './api';
import { forgetDevice, forgetWho, keepWho, keptWho } from './device';
import { Drafts } from './drafts';

const retryEvery = 15_000; // milliseconds

type State = 'starting' | 'signed_out' | 'signed_in' | 'unreachable';

class Session {
  state = $state<State>('starting');
  me = $state.raw<Me>();
  /** The session ended while somebody was at work: the sign-in dialog lies over the screen, which stays as it is. */
  expired = $state(false);
  /** Opened without a network, as the account this device remembers; nothing can be sent until `reconnect` succeeds. */
  offline = $state(false);

  #waiting: ((again: boolean) => void)[] = [];

  constructor() {
    onExpiry(() => this.#askAgain());
  }

  async start(): Promise<void> {
    this.state = 'starting';
    try {
      this.#enter((await sessionApi.whoAmI()).data);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.offline && keptWho()) return this.#enterOffline(keptWho()!);
      const refused = thrown instanceof Problem && thrown.status === 401;
      if (refused) forgetWho();
      this.state = refused ? 'signed_out' : 'unreachable';
    }
  }

  /** After opening without a network: asks the server who is signed in. True once things can be sent. */
  async reconnect(): Promise<boolean> {
    if (!this.offline) return true;
    try {
      const { data } = await sessionApi.whoAmI();
      if (data.account !== this.me?.account) location.assign('/'); // somebody else's session: nothing of the one before may stay
      else this.#enter(data);
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.status !== 401) return false;
      this.offline = false;
      return this.#askAgain();
    }
    return !this.offline;
  }

  async signIn(username: string, password: string): Promise<void> {
    const before = this.me?.account;
    const { data } = await sessionApi.openSession(username, password);
    if (before && before !== data.account) {
      location.assign('/'); // another person: nothing of the one before may stay on the screen
      return;
    }
    this.#enter(data);
  }

  async signOut(): Promise<void> {
    const account = this.me?.account ?? '';
    this.drafts.clearAll();
    await forgetDevice(account);
    try {
      await sessionApi.closeSession();
    } catch (thrown) {
      if (!(thrown instanceof Problem) || (thrown.status !== 401 && thrown.status !== 403)) throw thrown;
    }
    location.assign('/');
  }

  async changePassword(current: string, next: string): Promise<void> {
    await sessionApi.changePassword(current, next);
    if (this.me) this.me = { ...this.me, must_change_password: false };
  }

  /** Reads warnings and posts again, for example after the calendar was completed. */
  async refresh(): Promise<void> {
    this.#enter((await sessionApi.whoAmI()).data);
  }

  /** Gives up signing in again: the calls that wait fail, the sign-in page takes the screen. */
  abandon(): void {
    this.#release(false);
    this.expired = false;
    this.state = 'signed_out';
  }

  has(role: Role): boolean {
    return this.me?.roles.includes(role) ?? false;
  }

  get drafts(): Drafts {
    return new Drafts(this.me?.account ?? '');
  }

  #enter(me: Me): void {
    this.me = me;
    setCsrfToken(me.csrf_token);
    useOffset(me.agency.utc_offset);
    this.state = 'signed_in';
    this.expired = false;
    this.offline = false;
    keepWho(me);
    this.#release(true);
  }

  #enterOffline(me: Me): void {
    this.me = me;
    useOffset(me.agency.utc_offset);
    this.offline = true;
    this.state = 'signed_in';
    const again = setInterval(() => void attempt(), retryEvery);
    const attempt = async () => {
      if (await this.reconnect()) stop();
    };
    const stop = () => {
      clearInterval(again);
      removeEventListener('online', attempt);
    };
    addEventListener('online', attempt);
  }

  #askAgain(): Promise<boolean> {
    if (this.state !== 'signed_in') return Promise.resolve(false);
    this.expired = true;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(again: boolean): void {
    for (const resolve of this.#waiting.splice(0)) resolve(again);
  }
}

export const session = new Session();
