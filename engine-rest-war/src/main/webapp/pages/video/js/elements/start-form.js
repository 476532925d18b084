/** Starts videos: one with a name of your own, or five at a time. */
import { deployed } from '../deployment.js';
import { start } from '../api.js';
import { h } from '../dom.js';
import { tell } from '../happenings.js';
import { Refused } from '../http.js';
import { nextName } from '../names.js';

class StartForm extends HTMLElement {
  #name = h('input', {
    id: 'video-name', 'data-testid': 'video-name', type: 'text', required: true, maxlength: 120,
    autocomplete: 'off', spellcheck: 'false',
  });

  connectedCallback() {
    this.#name.value = nextName();
    this.replaceChildren(h('form', { submit: (event) => this.#submit(event) },
      h('label', { for: 'video-name' }, 'Name of the video'),
      h('div', { class: 'row' },
        this.#name,
        h('button', { class: 'primary', type: 'submit', 'data-testid': 'start' }, 'Start a video'),
        h('button', { type: 'button', 'data-testid': 'start-5', click: () => this.#startFive() }, 'Start 5'))));
  }

  #submit(event) {
    event.preventDefault();
    this.#start(this.#name.value.trim() || nextName());
    this.#name.value = nextName();
  }

  async #startFive() {
    for (let i = 0; i < 5; i += 1) await this.#start(nextName());
  }

  async #start(video) {
    try {
      await deployed;
      const { call } = await start(video);
      tell({ kind: 'started', words: `You started a process for “${video}”.`, call });
    } catch (problem) {
      const known = problem instanceof Refused ? 'was not started' : 'may or may not have started';
      const words = `The process for “${video}” ${known}: ${problem.message}`;
      tell({ kind: 'trouble', words, call: problem.call });
    }
  }
}

customElements.define('start-form', StartForm);
