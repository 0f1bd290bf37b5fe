// Answers that public/start.js asked for while the application was still loading. Each serves one call, and only while
// the page begins: later it would be an old answer.
const whileBeginning = 10_000; // milliseconds

type Asked = Record<string, Promise<Response> | undefined>;
const asked = (globalThis as { himpunAsked?: Asked }).himpunAsked ?? {};

/** What was asked already of `path`, which begins below the interface's address. From now on the application asks. */
export function takeEarly(method: string, path: string): Promise<Response> | undefined {
  if (method !== 'GET' || performance.now() > whileBeginning) return undefined;
  const answer = asked[path];
  asked[path] = undefined;
  return answer;
}
