// The PDF that a key signs is made beside the requests: whoever signs early waits for it here and is not asked again for
// what they typed.
import { Problem } from '$lib/api/problem';

const longest = 60; // tries; the server says how long between them, some seconds
const pause = (seconds: number) => new Promise((resume) => setTimeout(resume, seconds * 1000));

/** Does `work` again as long as the PDF is being made and `wanted` says so; anything else that goes wrong is thrown on. */
export async function oncePrinted<T>(work: () => Promise<T>, wanted: () => boolean, rest = pause): Promise<T> {
  for (let tries = 1; ; ++tries) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.code !== 'signing.edition_pending' || tries === longest) throw thrown;
      await rest(thrown.retryAfterSeconds ?? 3);
      if (!wanted()) throw thrown;
    }
  }
}
