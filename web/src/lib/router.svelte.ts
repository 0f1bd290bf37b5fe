// Which screen the address means. Own, because it must leave Ctrl+click alone, keep the screen until the next one has
// loaded, move the focus to the new heading and put the scroll back when going back.
import type { Component } from 'svelte';

// A screen may leave `params` alone, and TypeScript calls such a component one without properties.
type Screen = Component<any>;
export type Load = () => Promise<{ default: Screen }>;
export interface Route {
  path: string;
  load: Load | Screen;
  lazy: boolean;
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** The first route whose path fits; ":name" stands for one segment. */
export function match(routes: Route[], pathname: string): Match | undefined {
  const wanted = segments(pathname);
  for (const route of routes) {
    const pattern = segments(route.path);
    if (pattern.length !== wanted.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((part, i) => {
      if (!part.startsWith(':')) return part === wanted[i];
      const value = decoded(wanted[i]!);
      if (value !== undefined) params[part.slice(1)] = value;
      return value !== undefined;
    });
    if (fits) return { route, params };
  }
  return undefined;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

const segments = (path: string): string[] => path.split('/').filter(Boolean);

class Router {
  pathname = $state(location.pathname);
  search = $state(location.search);
  screen = $state.raw<Screen>();
  /** Where the screen that is shown belongs; behind `pathname` while the next one is loading. */
  shown = $state('');
  params = $state.raw<Record<string, string>>({});
  loading = $state(false);
  failed = $state(false);

  #routes: Route[] = [];
  #missing: Screen | undefined;
  #turn = 0;
  #scroll = new Map<number, number>();
  #entry = 0;
  #focusHeading = false;

  start(routes: Route[], missing: Screen): void {
    this.#routes = routes;
    this.#missing = missing;
    history.scrollRestoration = 'manual';
    this.#entry = (history.state as { entry?: number } | null)?.entry ?? 0;
    history.replaceState({ entry: this.#entry }, '');
    addEventListener('popstate', () => this.#arrive(true));
    document.addEventListener('click', (event) => this.#click(event));
    void this.#show(false, false);
  }

  query(name: string): string {
    return new URLSearchParams(this.search).get(name) ?? '';
  }

  /** Changes the query in place (filters); the screen stays. */
  setQuery(values: Record<string, string>): void {
    const search = new URLSearchParams(this.search);
    for (const [name, value] of Object.entries(values)) {
      if (value) search.set(name, value);
      else search.delete(name);
    }
    const text = search.toString();
    this.search = text ? `?${text}` : '';
    history.replaceState(history.state, '', this.pathname + this.search);
  }

  go(href: string, how: 'push' | 'replace' = 'push'): void {
    this.#scroll.set(this.#entry, scrollY);
    if (how === 'push') this.#entry += 1;
    history[how === 'push' ? 'pushState' : 'replaceState']({ entry: this.#entry }, '', href);
    this.#arrive(false);
  }

  /** True once after each change of screen: the new heading takes the focus. The first screen leaves it alone. */
  takeHeadingFocus(): boolean {
    const wanted = this.#focusHeading;
    this.#focusHeading = false;
    return wanted;
  }

  retry(): void {
    void this.#show(false, true);
  }

  #arrive(back: boolean): void {
    const samePlace = location.pathname === this.pathname;
    if (back) {
      this.#scroll.set(this.#entry, scrollY);
      this.#entry = (history.state as { entry?: number } | null)?.entry ?? 0;
    }
    this.pathname = location.pathname;
    this.search = location.search;
    if (!samePlace) void this.#show(back, true);
  }

  async #show(back: boolean, moveFocus: boolean): Promise<void> {
    const turn = ++this.#turn;
    const found = match(this.#routes, this.pathname);
    const screen = found ? await this.#load(found.route) : this.#missing;
    if (turn !== this.#turn || !screen) return;
    this.#focusHeading = moveFocus;
    this.screen = screen;
    this.shown = this.pathname;
    this.params = found?.params ?? {};
    requestAnimationFrame(() => {
      scrollTo(0, back ? (this.#scroll.get(this.#entry) ?? 0) : 0);
    });
  }

  async #load(route: Route): Promise<Screen | undefined> {
    if (!route.lazy) return route.load as Screen;
    this.loading = true;
    this.failed = false;
    try {
      return (await (route.load as Load)()).default;
    } catch {
      this.failed = true;
      return undefined;
    } finally {
      this.loading = false;
    }
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api/') || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const router = new Router();
export const lazy = (path: string, load: Load): Route => ({ path, load, lazy: true });
export const eager = (path: string, screen: Screen): Route => ({ path, load: screen, lazy: false });
