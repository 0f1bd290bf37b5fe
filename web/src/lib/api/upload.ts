// Sends one file as a raw body and reports how far it is; fetch cannot say how much has been sent.
import { base, standardHeaders } from './client';
import { offline, Problem, type ProblemBody } from './problem';
import type { StoredFile } from './types';

export function upload(file: File, progress: (share: number) => void, signal?: AbortSignal): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${base}/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    for (const [name, value] of Object.entries(standardHeaders('POST'))) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    request.onload = () => {
      if (request.status < 300) resolve(request.response as StoredFile);
      else reject(new Problem(request.status, (request.response ?? {}) as ProblemBody));
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
