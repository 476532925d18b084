/** Calls of the REST API, and the two ways in which they can go wrong. */
export const root = new URL('../../', import.meta.url);

const PATIENCE_MS = 60_000;

/** The server did not answer. */
export class NoAnswer extends Error {
  constructor(call, cause) {
    super(`The server does not answer: ${cause.message}`, { cause });
    this.call = call;
  }
}

/** The server answered, and said no; the message is the one that it gave. */
export class Refused extends Error {
  constructor(call, status, text) {
    super(problemOf(status, text));
    this.call = call;
    this.status = status;
  }
}

export const get = async (path, query, signal) => parsed(await send({ method: 'GET', path: withQuery(path, query) }, signal));
export const getText = (path, signal) => send({ method: 'GET', path }, signal);
export const post = async (path, body, signal) => parsed(await send({ method: 'POST', path, body }, signal));

/** Sends a request, `{ method, path, body }`, as a dialog shows it; resolves to the text of the answer. */
export async function send({ method, path, body }, signal) {
  const response = await answerTo({ method, path }, body, signal);
  const text = await response.text();
  if (response.status === 401) dispatchEvent(new CustomEvent('unauthorized'));
  if (!response.ok) throw new Refused({ method, path }, response.status, text);
  return text;
}

/** A path below the root of the API, from parts of which none is trusted. */
export function pathOf(...parts) {
  return `/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}

export function withQuery(path, query = {}) {
  const entries = Object.entries(query).filter(([, value]) => value != null && value !== '' && value !== false);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

/** The address of a path, for links and for people who copy it. */
export function addressOf(path) {
  return new URL(path.slice(1), root).href;
}

/** Reads JSON. A whole number that a browser would round becomes a BigInt. */
export function parsed(text) {
  return text === '' ? null : JSON.parse(text, (name, value, context) => (
    typeof value === 'number' && /^-?\d+$/.test(context?.source) && !Number.isSafeInteger(value) ? BigInt(context.source) : value));
}

/** Writes JSON, the other way round. */
export function written(value, indent) {
  return JSON.stringify(value, (name, part) => (typeof part === 'bigint' ? JSON.rawJSON(String(part)) : part), indent);
}

async function answerTo({ method, path }, body, signal) {
  try {
    // What is only looked at is asked again; what is changed is waited for.
    const patience = signal && AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    return await fetch(addressOf(path), { method, signal: patience, ...contentOf(body) });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new NoAnswer({ method, path }, cause);
  }
}

// The first header tells the server that no browser should ask for a password on its own.
function contentOf(body) {
  const headers = { 'X-Requested-With': 'XMLHttpRequest' };
  if (body === undefined) return { headers };
  if (body instanceof FormData) return { body, headers };
  return { body: written(body), headers: { ...headers, 'Content-Type': 'application/json' } };
}

function problemOf(status, text) {
  try {
    const { message, type } = JSON.parse(text);
    if (message) return `${message} (${status} ${type})`;
  } catch {
    // Something between here and the engine answered.
  }
  return `The server answered ${status}${text ? `: ${text.slice(0, 500)}` : ''}`;
}
