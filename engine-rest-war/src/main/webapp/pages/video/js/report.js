/** Reporting to a server that may be away for a moment. */
import { Backoff } from './backoff.js';
import { NoAnswer } from './http.js';
import { sleep } from './time.js';

/** Sends a report, and again while the server does not answer and the lock holds. */
export async function report(send, lock, signal) {
  const backoff = new Backoff();
  for (;;) {
    try {
      return await send();
    } catch (problem) {
      if (!(problem instanceof NoAnswer) || lock.isOver()) throw problem;
      await sleep(Math.min(backoff.after(problem), lock.remainingMs()), signal);
    }
  }
}
