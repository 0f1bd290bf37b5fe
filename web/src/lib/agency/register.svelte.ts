// One list of the office's register (units, positions, ...) with the ETag that the whole register shares.
import type { Answered } from '$lib/api/client';
import { asProblem, type Problem } from '$lib/api/problem';
import type { ListQuery } from './api';

export class Register<T> {
  items = $state.raw<T[]>();
  etag = $state('');
  next = $state<string>();
  problem = $state.raw<Problem>();

  readonly #list: (query: ListQuery) => Promise<Answered<{ items: T[]; next?: string }>>;

  constructor(list: (query: ListQuery) => Promise<Answered<{ items: T[]; next?: string }>>) {
    this.#list = list;
  }

  load = async (): Promise<void> => {
    await this.#read({});
  };

  more = async (): Promise<void> => {
    await this.#read({ after: this.next });
  };

  async #read(query: ListQuery): Promise<void> {
    try {
      const { data, etag } = await this.#list(query);
      this.items = query.after ? [...(this.items ?? []), ...data.items] : data.items;
      this.next = data.next;
      this.etag = etag;
      this.problem = undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }
}
