// How the build cuts the application into files. What every page needs is one file. The case page, the one most often
// opened from a link, gets what it shares with others as one more; left alone the bundler makes a file of every message
// that two screens have in common, and each costs a request.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src', import.meta.url));
const endings = ['', '.ts', '.svelte.ts'];

function resolved(from, name) {
  if (!/^(\$lib|\.)/.test(name) || name.includes('paraglide')) return undefined;
  const path = name.startsWith('$lib') ? join(source, 'lib', name.slice('$lib'.length)) : join(dirname(from), name);
  return endings.map((ending) => path + ending).find((file) => /\.\w+$/.test(file) && existsSync(file));
}

/** The modules that `file` cannot do without, and the messages they say. */
function needsOf(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, name] of text.matchAll(/\bm\.(\w+)/g)) found.add(join(source, `lib/paraglide/messages/${name}.js`));
  for (const [, name] of text.matchAll(/^\s*(?:import|export) (?!type\b)(?:[^'"]*? from )?['"]([^'"]+)['"]/gm)) {
    const next = resolved(file, name);
    if (next) needsOf(next, found);
  }
  return found;
}

const at = (path) => join(source, path);
const ofForms = needsOf(at('lib/performance/DataCard.svelte'), needsOf(at('lib/performance/AnswerByForm.svelte')));
const ofCase = needsOf(at('routes/Case.svelte'));

const shared = (name, modules, priority) => ({ name, test: (id) => modules.has(id.split('?')[0]), minShareCount: 2, includeDependenciesRecursively: false, priority });

/** @type {import('rolldown').CodeSplittingGroup[]} */
export const groups = [
  { name: 'app', tags: ['$initial'], priority: 4 },
  shared('case', ofCase, 2),
  shared('forms', ofForms, 3),
  { name: 'common', minShareCount: 10, maxModuleSize: 1500, includeDependenciesRecursively: false, priority: 1 },
];
