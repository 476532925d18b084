/** Logins at an identity provider, if the operator has configured one. */
import { get, parsed, root, send } from './http.js';
import { hasLogin } from './settings.js';

const LAST = 'outwork.login';
const PAUSE_MS = 15_000;

/** The name of the person; null without logins. */
export const userName = async () => (await hasLogin() ? (await get('/login/user')).name : null);

/** Ends the session here, and then at the provider. */
export async function logOut() {
  const { location: next } = parsed(await send({ method: 'DELETE', path: '/login/user' }));
  location.assign(next);
}

/** Whoever is not logged in goes to log in, and comes back to this page; not twice in a moment. */
export function logInWhenAsked() {
  addEventListener('unauthorized', async () => {
    if (!await hasLogin() || Date.now() - Number(sessionStorage.getItem(LAST) ?? 0) < PAUSE_MS) return;
    sessionStorage.setItem(LAST, String(Date.now()));
    const here = location.href.slice(root.href.length);
    location.assign(new URL(`login?${new URLSearchParams({ from: here })}`, root));
  });
}
