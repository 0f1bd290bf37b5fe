// News from the server as it happens. Only a tab that is looked at listens: a browser has six connections to a server
// (HTTP/1.1), and a person with many tabs would use them all up for waiting. The browser reconnects by itself after a
// lost connection; after a refusal (an ended session, a full server) we do. After a gap, listeners are told once,
// because something may have been missed.
import { base } from '$lib/api/client';

type Topic = 'inbox';
const pause = 15_000; // milliseconds before a refused connection is tried again
const grace = 10_000; // milliseconds that a tab out of sight goes on listening

export class Live {
  #wanted = false;
  #source: EventSource | undefined;
  #listeners = new Map<Topic, Set<() => void>>();
  #interrupted = false;
  #timer = 0;

  start(): void {
    if (this.#wanted || typeof EventSource === 'undefined') return;
    this.#wanted = true;
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  stop(): void {
    this.#wanted = this.#interrupted = false;
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
    this.#close();
  }

  on(topic: Topic, listener: () => void): () => void {
    const set = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, set.add(listener));
    return () => set.delete(listener);
  }

  #look = (): void => {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') this.#open();
    else if (this.#source) this.#timer = window.setTimeout(() => this.#leave(), grace);
    else this.#interrupted = true;
  };

  #open(): void {
    if (this.#source) return;
    const source = new EventSource(`${base}/events`);
    source.onopen = () => {
      if (this.#interrupted) this.#tell('inbox');
      this.#interrupted = false;
    };
    source.onerror = () => {
      this.#interrupted = true;
      if (source.readyState !== EventSource.CLOSED) return;
      this.#close();
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(this.#look, pause);
    };
    source.addEventListener('inbox', () => this.#tell('inbox'));
    this.#source = source;
  }

  #leave(): void {
    this.#interrupted = true;
    this.#close();
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #tell(topic: Topic): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener();
  }
}

export const live = new Live();
