// News from the server as it happens. The browser reconnects by itself after a lost connection; after a refusal (an
// ended session, a full server) we do. After a gap listeners are told once, because something may have been missed.
import { base } from '$lib/api/client';

type Topic = 'inbox';
const pause = 15_000; // milliseconds before a refused connection is tried again

class Live {
  connected = $state(false);
  #source: EventSource | undefined;
  #listeners = new Map<Topic, Set<() => void>>();
  #interrupted = false;
  #timer = 0;

  start(): void {
    if (this.#source || typeof EventSource === 'undefined') return;
    const source = new EventSource(`${base}/events`);
    source.onopen = () => {
      this.connected = true;
      if (this.#interrupted) this.#tell('inbox');
      this.#interrupted = false;
    };
    source.onerror = () => {
      this.connected = false;
      this.#interrupted = true;
      if (source.readyState === EventSource.CLOSED) this.#later();
    };
    source.addEventListener('inbox', () => this.#tell('inbox'));
    this.#source = source;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
    this.connected = false;
  }

  on(topic: Topic, listener: () => void): () => void {
    const set = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, set.add(listener));
    return () => set.delete(listener);
  }

  #later(): void {
    this.#source = undefined;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.start(), pause);
  }

  #tell(topic: Topic): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener();
  }
}

export const live = new Live();
