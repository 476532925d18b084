/** Views of a list under a name, kept in this browser, and the link that shows a view to somebody else. */
import { readAddress, to } from '../address.js';
import { ask, copyButton } from './ask.js';
import { h, morphChildren } from './dom.js';
import { say } from './messages.js';

const KEY = 'outwork.views';

/** `query` is that of the page; its view leaves out the place in the list, and what runs at the moment. */
class SavedViews extends HTMLElement {
  #query = {};

  set query({ first, batch, ...query }) {
    this.#query = query;
    this.#draw();
  }

  connectedCallback() {
    this.#draw();
  }

  #draw() {
    if (!this.isConnected) return;
    const { parts } = readAddress(location.hash);
    const page = parts.join('/');
    const shown = to(parts, this.#query);
    morphChildren(this, [
      Object.entries(allViews()[page] ?? {}).map(([name, address]) => h('span', { class: 'view', 'data-key': name },
        h('a', { 'href': address, 'aria-current': address === shown && 'true' }, name),
        h('button', { 'type': 'button', 'class': 'quiet small', 'aria-label': `Forget the view ${name}`, 'click': () => this.#forget(page, name) }, '×'))),
      h('button', { 'type': 'button', 'class': 'small', 'data-testid': 'save-view', 'click': () => this.#save(page, shown) }, 'Save view…'),
      copyButton(() => new URL(shown, location.href).href, 'Copy link'),
    ]);
  }

  async #save(page, address) {
    await ask({
      title: 'Save this view',
      words: ['Its filters and its order get a name, in this browser only. To show them to somebody else, copy the link.'],
      fields: [{ name: 'name', label: 'Name', required: true }],
      yes: 'Save',
      done: 'The view is saved',
      run: ({ name }) => {
        if (name.trim() === '') throw new Error('A view needs a name that can be seen');
        keep(page, { ...allViews()[page], [name.trim()]: address });
      },
    });
    this.#draw();
  }

  #forget(page, name) {
    const { [name]: gone, ...others } = allViews()[page] ?? {};
    try {
      keep(page, others);
      say('good', `The view '${name}' is forgotten`);
    } catch (problem) {
      say('bad', problem.message);
    }
    this.#draw();
  }
}

function allViews() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function keep(page, views) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...allViews(), [page]: views }));
  } catch (problem) {
    throw new Error(`This browser keeps nothing: ${problem.message}`, { cause: problem });
  }
}

customElements.define('saved-views', SavedViews);
