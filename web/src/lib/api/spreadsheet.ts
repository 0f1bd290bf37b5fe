// Sends a workbook or CSV file as it is and reads the answer: previews and imports take raw bytes, not JSON.
import { problemOf, sendRequest } from './client';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const typeOf = (file: File) => (/\.csv$/i.test(file.name) ? 'text/csv' : workbook);

export async function sendSheet<T>(path: string, file: File, ifMatch?: string): Promise<{ data: T; etag: string }> {
  const headers = new Headers({ 'Content-Type': typeOf(file) });
  if (ifMatch) headers.set('If-Match', ifMatch);
  const url = new URL(`/api/v1${path}?name=${encodeURIComponent(file.name)}`, location.origin);
  const response = await sendRequest(new Request(url, { method: 'POST', headers, body: await file.arrayBuffer() }));
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response, body);
  return { data: body as T, etag: response.headers.get('ETag') ?? '' };
}
