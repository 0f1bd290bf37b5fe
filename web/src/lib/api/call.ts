// The one way to the server: base address, cookies, CSRF token, language, If-Match, idempotency and errors. Nothing
// else in the application calls fetch, except uploads (upload.ts), which need to report progress.
import { getLocale } from '$lib/paraglide/runtime.js';
import { offline, Problem, type ProblemBody } from './problem';

export interface Options {
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** Sent as it is, with this media type, instead of `body`. */
  raw?: { content: BodyInit; type: string };
  etag?: string;
  signal?: AbortSignal;
}

export interface Answer<T> {
  data: T;
  etag: string;
}

export const base = '/api/v1';

let csrfToken = '';
let whenExpired: () => Promise<boolean> = async () => false;

export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** Called when the session has ended; answers true once somebody signed in again, so that the call can be repeated. */
export function onExpiry(handler: () => Promise<boolean>): void {
  whenExpired = handler;
}

export function address(path: string, query: Options['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return base + path + (text ? `?${text}` : '');
}

export function headersFor(method: string, options: Options): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': getLocale() };
  if (options.raw) headers['Content-Type'] = options.raw.type;
  else if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['X-CSRF-Token'] = csrfToken;
  if (options.etag) headers['If-Match'] = options.etag;
  return headers;
}

/** Repeats after a new sign-in; throws a Problem otherwise. A POST keeps its idempotency key when it is repeated. */
export async function call<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
  const key = method === 'POST' ? crypto.randomUUID?.() ?? fallbackKey() : undefined;
  try {
    return await once<T>(method, path, options, key);
  } catch (thrown) {
    const expired = thrown instanceof Problem && thrown.status === 401 && path !== '/session';
    if (expired && (await whenExpired())) return once<T>(method, path, options, key);
    throw thrown;
  }
}

async function once<T>(method: string, path: string, options: Options, key: string | undefined): Promise<Answer<T>> {
  const headers = headersFor(method, options);
  if (key) headers['Idempotency-Key'] = key;
  const response = await send(address(path, options.query), {
    method,
    headers,
    body: options.raw?.content ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    signal: options.signal,
    credentials: 'same-origin',
    cache: 'no-store',
  });
  if (!response.ok) throw await problemOf(response);
  const data = (response.status === 204 ? undefined : await response.json()) as T;
  return { data, etag: response.headers.get('ETag') ?? '' };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw offline();
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const body: ProblemBody = await response.json().catch(() => ({}));
  return new Problem(response.status, body, Number.isFinite(retry) ? retry : undefined);
}

/** Plain http on an office network has no crypto.randomUUID. */
function fallbackKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const get = <T>(path: string, options?: Options) => call<T>('GET', path, options);
export const post = <T>(path: string, body: unknown = {}, options?: Options) => call<T>('POST', path, { ...options, body });
export const put = <T>(path: string, body: unknown, options?: Options) => call<T>('PUT', path, { ...options, body });
export const remove = <T>(path: string, options?: Options) => call<T>('DELETE', path, options);
