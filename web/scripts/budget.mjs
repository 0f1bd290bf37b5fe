// Stops the build when a page costs more than we promised: the first load (sign-in and inbox) 60 kB as the wire carries
// it, any other part 40 kB more, JavaScript and CSS together, gzip. Also prints what each costs.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
rmSync(`${dist}/.vite`, { recursive: true });
const firstLimit = 60_000;
const routeLimit = 40_000;
const headSize = 400; // bytes that the server's headers add to each file
// What the inbox loads besides, when it has such things to show: with them too it is a first load.
const partsOfInbox = ['src/lib/inbox/OwedForms.svelte'];

function filesOf(key, seen = new Set(), files = new Set()) {
  if (seen.has(key)) return files;
  seen.add(key);
  const chunk = manifest[key];
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) filesOf(next, seen, files);
  return files;
}

const weigh = (files, compress) =>
  [...files].filter((f) => /\.(js|css)$/.test(f)).reduce((sum, f) => sum + compress(readFileSync(`${dist}/${f}`)).length, 0);
const gzip = (bytes) => gzipSync(bytes, { level: 9 });
// What a browser is sent that takes brotli, as they do over TLS and on localhost, where the tests measure.
const onWire = (files) => weigh(files, brotliCompressSync) + headSize * files.size;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

// The page itself names what it starts with, also what does not come from the bundler.
const named = [...readFileSync(`${dist}/index.html`, 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = new Set([...named, ...filesOf(entry)]);
const inbox = new Set([...first, ...partsOfInbox.flatMap((key) => [...filesOf(key)])]);
let failed = onWire(inbox) > firstLimit;
console.log(`first load ${kilobytes(onWire(first))} kB on the wire (${first.size} files), with all the inbox can show ${kilobytes(onWire(inbox))} (${inbox.size} files), of ${firstLimit / 1000}`);

for (const key of Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry)) {
  const more = new Set([...filesOf(key)].filter((f) => !first.has(f)));
  const weight = weigh(more, gzip);
  if (weight > routeLimit) failed = true;
  console.log(`  + ${kilobytes(weight)} kB  ${key} (${more.size} files)`);
}
if (failed) {
  console.error('over budget');
  process.exit(1);
}
