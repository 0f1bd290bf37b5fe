// Writes into dist/sw.js what must be kept for the application to open without a network: the first load, a case and
// its form. The cache is named after that list, so a new build replaces the old one. Into dist/start.js it writes what
// the case page is made of, so that those files come beside the application and not after it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minifySync } from 'vite';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
const form = 'src/routes/Form.svelte';
const casePage = 'src/routes/Case.svelte';
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const wanted = [entry, casePage, form];

function collect(key, seen) {
  if (seen.has(key)) return;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) collect(next, seen);
  if (key.includes('lib/performance/') || key === form) for (const next of manifest[key].dynamicImports ?? []) collect(next, seen);
}
function filesOf(keys) {
  const chunks = new Set();
  for (const key of keys) collect(key, chunks);
  return [...new Set([...chunks].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? []), ...(manifest[key].assets ?? [])]))].map((name) => `/${name}`);
}

function fill(name, places) {
  const source = readFileSync(`${dist}/${name}`, 'utf8');
  for (const [place] of places) if (!source.includes(place)) throw new Error(`${name} holds no place for ${place}`);
  const filled = places.reduce((text, [place, written]) => text.replace(place, written), source);
  const { code, errors } = minifySync(name, filled);
  if (errors.length) throw new Error(`${name}: ${errors[0].message}`);
  writeFileSync(`${dist}/${name}`, code);
}

const first = filesOf([entry]);
const besides = filesOf([casePage]).filter((file) => !first.includes(file));
fill('start.js', [['caseFiles = []', `caseFiles = ${JSON.stringify(besides)}`]]);

const files = ['/', '/start.js', '/icon.svg', '/manifest.webmanifest', ...filesOf(wanted)];
const page = createHash('sha256').update(readFileSync(`${dist}/index.html`)).update(files.join()).digest('hex').slice(0, 16);
fill('sw.js', [
  ["'himpun-development'", `'himpun-${page}'`],
  ['const files = [];', `const files = ${JSON.stringify(files)};`],
]);
console.log(`sw.js keeps ${files.length} files, start.js loads ${besides.length} for a case`);
