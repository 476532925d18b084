/** Logins at an identity provider, if the operator has configured one. */
import { parsed, root, send } from './http.js';
import { hasLogin, learnSettings, user } from './settings.js';

const LAST = 'outwork.login';
const PAUSE_MS = 15_000;

let leaving = false;

/** The name of the person; null without logins. */
export async function userName() {
  await learnSettings();
  return hasLogin() ? user() : null;
}

/** Ends the session here, and then at the provider. */
export async function logOut() {
  leaving = true;
  try {
    const { location: next } = parsed(await send({ method: 'DELETE', path: '/login' }));
    location.assign(next);
  } catch (problem) {
    leaving = false;
    throw problem;
  }
}

/** Whoever is not logged in goes to log in, and comes back to this page; not twice in a moment. */
export function logInWhenAsked() {
  addEventListener('unauthorized', async () => {
    await learnSettings();
    if (leaving || !hasLogin() || Date.now() - Number(sessionStorage.getItem(LAST) ?? 0) < PAUSE_MS) return;
    sessionStorage.setItem(LAST, String(Date.now()));
    const here = location.href.slice(root.href.length);
    location.assign(new URL(`login?${new URLSearchParams({ from: here })}`, root));
  });
}
