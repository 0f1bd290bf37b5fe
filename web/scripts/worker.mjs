// Writes into dist/sw.js what must be kept for the application to open without a network: the first load, a case and
// its form. The cache is named after that list, so a new build replaces the old one.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
const form = 'src/routes/Form.svelte';
const wanted = [Object.keys(manifest).find((key) => manifest[key].isEntry), 'src/routes/Case.svelte', form];

function collect(key, seen) {
  if (seen.has(key)) return;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) collect(next, seen);
  if (key.includes('lib/performance/') || key === form) for (const next of manifest[key].dynamicImports ?? []) collect(next, seen);
}
const chunks = new Set();
for (const key of wanted) collect(key, chunks);

const assets = [...chunks].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? []), ...(manifest[key].assets ?? [])]);
const files = ['/', '/theme.js', '/icon.svg', '/manifest.webmanifest', ...new Set(assets.map((name) => `/${name}`))];
const page = createHash('sha256').update(readFileSync(`${dist}/index.html`)).update(files.join()).digest('hex').slice(0, 16);

const source = readFileSync(`${dist}/sw.js`, 'utf8');
const written = source.replace("'himpun-development'", `'himpun-${page}'`).replace('const files = [];', `const files = ${JSON.stringify(files)};`);
if (written === source) throw new Error('sw.js holds no place for the list');
writeFileSync(`${dist}/sw.js`, written);
console.log(`sw.js keeps ${files.length} files`);
