// Forms and unsent text on this device, one database an account, so that a form opens without a network and nothing
// typed is lost. Signing out deletes the database. A device that keeps nothing (private window, full disk) is as an
// empty one.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { deviceDatabase } from '$lib/session/device';
import type { Raw } from '$lib/performance/grid/raw';
import type { Form, FormKey } from '$lib/performance/types';

/** Raw text of a row that the server does not have yet. */
export interface Draft {
  raw: Raw;
  /** The row as it was when it was typed over, and its revision: for the case that somebody else changed it. */
  base: Raw;
  revision: number;
  /** Numbers are written differently in the two languages. */
  english: boolean;
}

interface Shelves extends DBSchema {
  forms: { key: string; value: { form: Form; at: string } };
  drafts: { key: [string, string]; value: Draft };
}

const idOf = (key: FormKey): string => `${key.case}/${key.unit}`;

export class FormStore {
  readonly #account: string;
  #opened: Promise<IDBPDatabase<Shelves>> | undefined;

  constructor(account: string) {
    this.#account = account;
  }

  keepForm(key: FormKey, form: Form): Promise<void> {
    return this.#try(async (shelves) => void (await shelves.put('forms', { form, at: new Date().toISOString() }, idOf(key))));
  }

  readForm(key: FormKey): Promise<{ form: Form; at: string } | undefined> {
    return this.#try((shelves) => shelves.get('forms', idOf(key)));
  }

  keepDraft(key: FormKey, row: string, draft: Draft): Promise<void> {
    return this.#try(async (shelves) => void (await shelves.put('drafts', draft, [idOf(key), row])));
  }

  dropDraft(key: FormKey, row: string): Promise<void> {
    return this.#try((shelves) => shelves.delete('drafts', [idOf(key), row]));
  }

  async readDrafts(key: FormKey): Promise<Map<string, Draft>> {
    const found = new Map<string, Draft>();
    await this.#try(async (shelves) => {
      const mine = IDBKeyRange.bound([idOf(key), ''], [idOf(key), '\uffff']);
      let cursor = await shelves.transaction('drafts').store.openCursor(mine);
      for (; cursor; cursor = await cursor.continue()) found.set(cursor.key[1], cursor.value);
    });
    return found;
  }

  async close(): Promise<void> {
    await this.#try(async (shelves) => shelves.close());
    this.#opened = undefined;
  }

  async #try<T>(work: (shelves: IDBPDatabase<Shelves>) => Promise<T>): Promise<T> {
    try {
      this.#opened ??= this.#open();
      return await work(await this.#opened);
    } catch {
      this.#opened = undefined;
      return undefined as T;
    }
  }

  #open(): Promise<IDBPDatabase<Shelves>> {
    return openDB<Shelves>(deviceDatabase(this.#account), 1, {
      upgrade(shelves) {
        shelves.createObjectStore('forms');
        shelves.createObjectStore('drafts');
      },
      blocking: (_now, _wanted, event) => {
        (event.target as IDBDatabase).close(); // the account signs out in another window
        this.#opened = undefined;
      },
      terminated: () => (this.#opened = undefined),
    });
  }
}
