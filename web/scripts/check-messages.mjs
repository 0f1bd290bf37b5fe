// Every message exists in both languages, is used somewhere, and takes the same values in both.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (locale) => JSON.parse(readFileSync(here(`../messages/${locale}.json`), 'utf8'));
const id = read('id');
const en = read('en');
const source = readdirSync(here('../src'), { recursive: true })
  .filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('paraglide'))
  .map((name) => readFileSync(here(`../src/${name}`), 'utf8'))
  .join('\n');
const used = new Set([...source.matchAll(/\bm\.([a-z]\w*)/g)].map((match) => match[1]));
const values = (message) => [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join();

const faults = [];
for (const key of new Set([...Object.keys(id), ...Object.keys(en)])) {
  if (key === '$schema') continue;
  if (!(key in id)) faults.push(`${key}: missing in id.json`);
  else if (!(key in en)) faults.push(`${key}: missing in en.json`);
  else if (values(id[key]) !== values(en[key])) faults.push(`${key}: {${values(id[key])}} in id.json, {${values(en[key])}} in en.json`);
  if (!used.has(key)) faults.push(`${key}: used nowhere`);
}
for (const key of used) if (!(key in id)) faults.push(`${key}: used, but in no file`);
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${Object.keys(id).length - 1} messages, both languages`);
