// Puts a .gz and a .br beside every text file of dist, so that the server only has to pick one.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const smallest = 512; // bytes; below this the headers cost more than compression saves
const isText = (name) => /\.(html|js|css|svg|txt|json|webmanifest)$/.test(name);

for (const name of readdirSync(dist, { recursive: true })) {
  const path = `${dist}/${name}`;
  if (!statSync(path).isFile() || !isText(name)) continue;
  const bytes = readFileSync(path);
  if (bytes.length < smallest) continue;
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
