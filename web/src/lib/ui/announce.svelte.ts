// One polite voice for the whole page, and the short notices that are shown at the foot of it.

class Announcer {
  text = $state('');
  notice = $state('');
  #timer = 0;

  /** Spoken by a screen reader, not shown. */
  say(text: string): void {
    this.text = '';
    queueMicrotask(() => (this.text = text));
  }

  /** Shown for a while and spoken. */
  tell(text: string): void {
    this.notice = text;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.notice = ''), 10_000);
  }
}

export const announcer = new Announcer();
