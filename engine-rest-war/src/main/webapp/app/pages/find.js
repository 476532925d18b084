/** What an id of any kind, a business key, a topic or a worker names. One find is followed at once. */
import { to } from '../address.js';
import { findings } from '../api/find.js';
import { h } from '../parts/dom.js';
import { Page } from '../parts/page.js';
import { counted } from '../parts/words.js';

class FindPage extends Page {
  name() {
    return `Find ${this.params.text}`;
  }

  async load(signal) {
    const found = await findings(this.params.text, signal);
    const places = new Set(found.map(({ parts, query }) => to(parts, query)));
    // The find is left out of the browser's history, so that its back button goes back.
    if (places.size === 1 && this.isConnected) location.replace([...places][0]);
    return found;
  }

  view(found) {
    return [
      h('header', { class: 'head', 'data-key': 'head' }, h('h1', {}, this.params.text), h('p', {}, counted(found.length, 'find'))),
      found.length === 0 && h('p', { class: 'nothing', 'data-key': 'none' },
        'Nothing has this id, this business key or this name. What has ended long ago may have been removed from history.'),
      h('ul', { class: 'finds', 'data-key': 'finds' }, found.map(({ kind, name, parts, query }) =>
        h('li', {}, h('a', { href: to(parts, query) }, h('b', {}, kind), ' ', name)))),
    ];
  }
}

customElements.define('find-page', FindPage);
export default FindPage;
