/** Who is logged in, and the way out; empty if nobody logs in here. */
import { logOut, userName } from '../api/login.js';
import { h, morphChildren } from './dom.js';
import { say } from './messages.js';

class UserMenu extends HTMLElement {
  async connectedCallback() {
    const name = await userName();
    if (!name) return;
    morphChildren(this, [
      h('span', { class: 'wide muted', 'data-testid': 'user' }, name),
      h('button', {
        type: 'button', class: 'quiet', 'data-testid': 'log-out', title: `Log out ${name}`,
        click: () => logOut().catch((problem) => say('bad', problem.message)),
      }, 'Log out'),
    ]);
  }
}

customElements.define('user-menu', UserMenu);
