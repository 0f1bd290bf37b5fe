/** Lets the browser paint and answer a finger before the next piece of work: an old phone takes long for each. */
export const pause = (): Promise<void> => new Promise((done) => setTimeout(done));
