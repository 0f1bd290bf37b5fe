// The one way to the server: base address, cookies, CSRF token, language, idempotency, an ended session and errors.
// Nothing else in the application calls fetch, except uploads (upload.ts), which report progress, and public/start.js.
import createClient from 'openapi-fetch';
import { getLocale } from '$lib/paraglide/runtime.js';
import { takeEarly } from './early';
import { offline, Problem, type ProblemBody } from './problem';
import type { paths } from './schema';

export const base = '/api/v1';
const address = new URL(base, location.origin).href;

let csrfToken = '';
let whenExpired: () => Promise<boolean> = async () => false;

export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** Called when the session has ended; answers true once somebody signed in again, so that the call can be repeated. */
export function onExpiry(handler: () => Promise<boolean>): void {
  whenExpired = handler;
}

export function standardHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': getLocale() };
  if (method !== 'GET') headers['X-CSRF-Token'] = csrfToken;
  return headers;
}

export async function sendRequest(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await once(request);
  const expired = response.status === 401 && new URL(request.url).pathname !== `${base}/session`;
  return expired && (await whenExpired()) ? once(again) : response;
}

async function once(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(standardHeaders(request.method))) request.headers.set(name, value);
  try {
    const early = takeEarly(request.method, request.url.slice(address.length));
    const response = await (early ?? fetch(request, { cache: 'no-store', credentials: 'same-origin' }));
    request.signal.throwIfAborted(); // what was asked early cannot be called off
    return response;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw offline();
  }
}

export const api = createClient<paths>({ baseUrl: address, fetch: sendRequest });

// A POST that is repeated, because the session had ended, keeps its key and is done once.
api.use({
  onRequest({ request, schemaPath }) {
    if (request.method === 'POST' && schemaPath !== '/session') request.headers.set('Idempotency-Key', freshKey());
    return request;
  },
});

export interface Answered<T> {
  data: T;
  etag: string;
}

/** The answer of a call with its ETag, or a Problem is thrown. */
export async function answered<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Answered<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
  return { data: data as T, etag: response.headers.get('ETag') ?? '' };
}

export function problemOf(response: Response, body: unknown): Problem {
  const retry = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const known = typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  return new Problem(response.status, known, Number.isFinite(retry) ? retry : undefined);
}

export const ifMatch = (etag: string) => ({ 'If-Match': etag });
export const etagOf = (revision: number): string => `"${revision}"`;

/** Plain http on an office network has no crypto.randomUUID. */
function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
