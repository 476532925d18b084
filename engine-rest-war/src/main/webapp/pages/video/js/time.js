/** Sleeping, and time as people and the REST API write it. */

/** Resolves after `ms`, or rejects at once when the signal is raised. */
export function sleep(ms, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake);
      resolve();
    }, ms);
    const wake = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal?.addEventListener('abort', wake, { once: true });
  });
}

export function clockTime(date) {
  return date.toLocaleTimeString('en-GB');
}

/** Reads `2015-10-06T16:34:42.000+0200`, whose offset has no colon, as the browser's own parser wants one. */
export function fromWire(text) {
  return new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

export function seconds(ms) {
  const rounded = Math.max(0, Math.ceil(ms / 1000));
  return rounded === 1 ? '1 second' : `${rounded} seconds`;
}
