/** The videos that this page's workers have finished, with the variables that came out of the process. */
import { h } from '../dom.js';
import { listen } from '../happenings.js';
import { topics } from '../topics.js';

const LAST_TOPIC = topics.at(-1).name;
const KEPT = 50;

class FinishedList extends HTMLElement {
  #list = h('ul', { 'data-testid': 'finished', 'aria-label': 'Finished videos', tabindex: 0 });
  #none = h('p', { class: 'none' }, 'None yet. A video is finished when its second task is completed.');

  connectedCallback() {
    this.replaceChildren(this.#none, this.#list);
    listen((happening) => {
      if (happening.kind === 'completed' && happening.topic === LAST_TOPIC) this.#add(happening.variables);
    });
  }

  #add({ video, ...results }) {
    this.#none.hidden = true;
    const terms = Object.entries(results).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, String(value))]);
    this.#list.prepend(h('li', {}, h('b', {}, video ?? '(unnamed)'), h('dl', {}, ...terms)));
    while (this.#list.children.length > KEPT) this.#list.lastChild.remove();
  }
}

customElements.define('finished-list', FinishedList);
