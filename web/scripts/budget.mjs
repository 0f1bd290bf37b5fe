// Stops the build when a page costs more than we promised: the first load (sign-in and inbox) 60 kB, any other route
// 40 kB more, JavaScript and CSS together, gzip. Also prints what each costs.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
rmSync(`${dist}/.vite`, { recursive: true });
const firstLimit = 60_000;
const routeLimit = 40_000;

function filesOf(key, seen = new Set(), files = new Set()) {
  if (seen.has(key)) return files;
  seen.add(key);
  const chunk = manifest[key];
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) filesOf(next, seen, files);
  return files;
}

const weigh = (files) =>
  [...files].filter((f) => /\.(js|css)$/.test(f)).reduce((sum, f) => sum + gzipSync(readFileSync(`${dist}/${f}`), { level: 9 }).length, 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = filesOf(entry);
const firstWeight = weigh(first);
let failed = firstWeight > firstLimit;
console.log(`first load ${(firstWeight / 1000).toFixed(1)} kB gz of ${firstLimit / 1000} (${first.size} files)`);

for (const key of Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry)) {
  const more = new Set([...filesOf(key)].filter((f) => !first.has(f)));
  const weight = weigh(more);
  if (weight > routeLimit) failed = true;
  console.log(`  + ${(weight / 1000).toFixed(1)} kB  ${key} (${more.size} files)`);
}
if (failed) {
  console.error('over budget');
  process.exit(1);
}
