// The few things of a browser that the logic under test touches, where the environment is Node.
class Memory {
  readonly #values = new Map<string, string>();
  get length() {
    return this.#values.size;
  }
  key = (index: number) => [...this.#values.keys()][index] ?? null;
  getItem = (key: string) => this.#values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#values.set(key, String(value));
  removeItem = (key: string) => void this.#values.delete(key);
  clear = () => this.#values.clear();
}
if (typeof window === 'undefined') Object.assign(globalThis, { localStorage: new Memory(), window: globalThis });
