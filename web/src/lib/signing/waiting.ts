import { asProblem } from '$lib/api/problem';

const longest = 30; // tries
const pauseMs = 2000;

/**
 * The PDF of a version is made beside the requests. Asks again while it is being made, as long as somebody waits;
 * `ask` answers nothing, or fails with `signing.edition_pending`, when it was too early.
 */
export async function onceMade<T>(ask: () => Promise<T | undefined>, isAwaited: () => boolean): Promise<T | undefined> {
  for (let tries = 1; isAwaited(); ++tries) {
    try {
      const answer = await ask();
      if (answer !== undefined || tries === longest) return answer;
    } catch (thrown) {
      if (asProblem(thrown).code !== 'signing.edition_pending' || tries === longest) throw thrown;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return undefined;
}
