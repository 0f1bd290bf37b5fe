// What somebody has typed and not yet sent, as raw text, kept on this device per account until it is sent or the
// account signs out. It survives a lost network, an ended session and a closed browser.

const prefix = 'himpun.draft.';

export class Drafts {
  readonly #account: string;
  readonly #store: Storage;

  constructor(account: string, store: Storage = localStorage) {
    this.#account = account;
    this.#store = store;
  }

  read<T extends object>(scope: string): Partial<T> {
    try {
      return JSON.parse(this.#store.getItem(this.#key(scope)) ?? '{}') as Partial<T>;
    } catch {
      return {};
    }
  }

  /** False when the device has no room left; what is on the screen stays there. */
  write(scope: string, value: object): boolean {
    try {
      this.#store.setItem(this.#key(scope), JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  clear(scope: string): void {
    this.#store.removeItem(this.#key(scope));
  }

  clearAll(): void {
    const mine = `${prefix}${this.#account}/`;
    const keys = Array.from({ length: this.#store.length }, (_, i) => this.#store.key(i) ?? '');
    for (const key of keys) if (key.startsWith(mine)) this.#store.removeItem(key);
  }

  #key(scope: string): string {
    return `${prefix}${this.#account}/${scope}`;
  }
}
