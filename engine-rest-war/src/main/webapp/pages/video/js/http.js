/** One HTTP call, and the two ways in which it can go wrong. */
import { tell } from './happenings.js';

export const root = new URL('../../', location.href);

const PATIENCE_MS = 15_000;
let reachable = true;

/** The server did not answer at all. */
export class NoAnswer extends Error {
  constructor(call) {
    super('The server does not answer');
    this.call = call;
  }
}

/** The server answered, and said no. */
export class Refused extends Error {
  constructor(call, problem, retryAfterMs) {
    super(problem);
    this.call = call;
    this.status = call.status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Sends one call; `body` is an object (sent as JSON) or a form. Resolves to the call and the answer's JSON. */
export async function send(method, path, { body, signal, patienceMs = PATIENCE_MS } = {}) {
  const call = { method, path: `/${path.split('?')[0]}`, status: null };
  const response = await answerTo(call, path, body, signal, patienceMs);

  if (!response.ok) throw new Refused(call, problemOf(response), response.retryAfterMs);
  return { call, body: response.json };
}

async function answerTo(call, path, body, signal, patienceMs) {
  try {
    const patience = AbortSignal.timeout(patienceMs);
    const response = await fetch(new URL(path, root), {
      method: call.method,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      ...contentOf(body),
    });
    const text = await response.text();
    call.status = response.status;
    noteReachable(call);
    return {
      ok: response.ok,
      status: response.status,
      json: parsed(text),
      retryAfterMs: Number(response.headers.get('Retry-After')) * 1000 || 0,
    };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    noteUnreachable(call);
    throw new NoAnswer(call);
  }
}

function contentOf(body) {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf({ status, json }) {
  if (!json?.message) return `the server answered ${status}`;
  return `${json.message} (${status} ${json.type})`;
}

function noteReachable(call) {
  if (reachable) return;
  reachable = true;
  tell({ kind: 'reachable', words: 'The server answers again.', call });
}

function noteUnreachable(call) {
  if (!reachable) return;
  reachable = false;
  tell({ kind: 'unreachable', words: 'The server does not answer. Everybody keeps trying, less and less often.', call });
}
