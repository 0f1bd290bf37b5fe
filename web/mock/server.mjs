// A stand-in for the real server: the built application with the same headers, and enough of the API to see and walk
// every screen. `npm run build && npm run mock`, then http://localhost:4180. Any password works except "salah";
// the user "terkunci" is locked out. Accounts: kadis sekretaris kasubag analis kabid-perpus kabid-arsip admin.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { me } from './office.mjs';
import { Refusal } from './refusal.mjs';
import { routes } from './routes.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const port = Number(process.env.PORT ?? 4180);
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain', '.webmanifest': 'application/manifest+json' };
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

const cookie = (request) => /himpun_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

async function answerApi(request, response, url) {
  const path = url.pathname.slice('/api/v1'.length);
  const user = me(cookie(request));
  if (path === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': open\n\n');
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
    return;
  }
  const bytes = await bodyOf(request);
  const json = request.headers['content-type']?.includes('json') && bytes.length ? JSON.parse(bytes.toString()) : {};
  for (const [method, pattern, open, handler] of routes) {
    const found = method === request.method && pattern.exec(path);
    if (!found) continue;
    if (!open && !user) throw new Refusal(401, 'Belum masuk', 'Masuk dahulu.');
    const result = handler({ params: found.slice(1).map(decodeURIComponent), query: url.searchParams, body: json, bytes, user, ifMatch: request.headers['if-match'] });
    const { status = 200, data, headers = {}, news } = result ?? {};
    if (data === undefined) return void response.writeHead(204, headers).end();
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers }).end(JSON.stringify(data));
    if (news) for (const listener of listeners) listener.write('event: inbox\ndata: {}\n\n');
    return;
  }
  throw new Refusal(404, 'Tidak ditemukan', path);
}

const listeners = new Set();

function answerFile(request, response, url) {
  const known = existsSync(dist + url.pathname) && extname(url.pathname);
  const path = known ? url.pathname : '/index.html';
  const gz = request.headers['accept-encoding']?.includes('gzip') && existsSync(`${dist}${path}.gz`);
  response.writeHead(200, {
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(gz ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(readFileSync(`${dist}${path}${gz ? '.gz' : ''}`));
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://mock');
  try {
    if (url.pathname.startsWith('/api/v1')) await answerApi(request, response, url);
    else answerFile(request, response, url);
  } catch (error) {
    const status = error.status ?? 500;
    response.writeHead(status, { 'Content-Type': 'application/problem+json', ...(error.headers ?? {}) });
    response.end(JSON.stringify({ type: 'about:blank', status, title: error.title ?? String(error), detail: error.detail, code: error.code ?? 'mock.broken', errors: error.errors }));
    if (!error.status) console.error(error);
  }
}).listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}`));
