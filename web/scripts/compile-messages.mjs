// Compiles messages/*.json into src/lib/paraglide. Run before Vite: the Vite plugin keeps the process alive for half a
// minute after a build.
import { compile } from '@inlang/paraglide-js';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await compile({
  project: here('../project.inlang'),
  outdir: here('../src/lib/paraglide'),
  strategy: ['localStorage', 'baseLocale'],
  outputStructure: 'message-modules',
  isServer: 'false',
  disableAsyncLocalStorage: true,
  emitReadme: false,
});
process.exit(0);
