/** Asks before something is done, and shows the request that does it. */
import { addressOf, send, written } from '../api/http.js';
import { forgetAnswers } from '../api/seldom.js';
import { h } from './dom.js';
import { field } from './field.js';
import { say } from './messages.js';
import { problemPanel } from './problem.js';

/**
 * Opens a dialog. It closes when the request has succeeded, or when it is cancelled; a refused request is shown in it.
 * Without a `request`, nothing is sent: `run` gets the values.
 *
 * @param {{ title: string, words?: (string | Node)[], fields?: object[], request?: Function, yes: string,
 *     no?: string, done?: string, bad?: boolean, run?: Function }} question `fields` are those of parts/field.js, `request(values)`
 *     is what will be sent, `yes` and `no` the words on the buttons, `done` is said afterwards, words or a function of the answer,
 *     `bad` marks what destroys something; `run(request, progress, signal)` replaces the sending of one request, tells how
 *     far it is, and stops at the signal
 * @returns {Promise<string | null>} the text of the answer, or what `run` returns, or null if nothing was done
 */
export function ask({ title, words = [], fields = [], request, yes, no = 'Cancel', done, bad = false, run = (sent) => send(sent) }) {
  return new Promise((resolve) => {
    const inputs = fields.map(field);
    const values = () => Object.fromEntries(inputs.map(({ name, value }) => [name, value()]));
    const preview = h('pre', { tabindex: '0', 'aria-label': 'The request' });
    const trouble = h('div', {});
    const button = h('button', { type: 'submit', class: bad ? 'bad' : 'main', 'data-testid': 'yes' }, yes);
    let answer = null;

    const showRequest = () => {
      if (!request) return;
      try {
        preview.textContent = curl(request(values()));
      } catch (problem) {
        preview.textContent = problem.message;
      }
    };
    const progress = (part, whole) => trouble.replaceChildren(
      h('progress', { max: whole, value: part, 'aria-label': 'Done' }), h('p', { class: 'hint' }, `${part} of ${whole}`));
    const submit = async (event) => {
      event.preventDefault();
      button.disabled = true;
      trouble.replaceChildren();
      try {
        answer = await run(request ? request(values()) : values(), progress, leaving.signal);
        if (done) say('good', typeof done === 'function' ? done(answer) : done);
        dialog.close();
      } catch (problem) {
        // After a cancellation nobody sees the dialog any more.
        if (leaving.signal.aborted) say('bad', problem.message);
        trouble.replaceChildren(problemPanel(problem));
      }
      forgetAnswers();
      button.disabled = false;
    };

    const leaving = new AbortController();
    const dialog = h('dialog', { 'aria-label': title, close: () => { leaving.abort(new Error('Cancelled: nothing more was sent')); dialog.remove(); resolve(answer); } },
      h('form', { submit, input: showRequest },
        h('h2', {}, title),
        words.map((word) => (typeof word === 'string' ? h('p', {}, word) : word)),
        inputs.map(({ element }) => element),
        request && h('details', { class: 'request', open: true }, h('summary', {}, 'The request'), preview, copyButton(() => preview.textContent)),
        trouble,
        h('div', { class: 'buttons' },
          h('button', { type: 'button', click: () => dialog.close() }, no), button)));
    showRequest();
    // A question about one thing must not stay under the name of the next.
    addEventListener('hashchange', () => dialog.close(), { signal: leaving.signal });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** The request as a command that can be copied. */
export function curl({ method, path, body }) {
  const lines = [`curl -X ${method} ${quoted(addressOf(path))}`];
  if (body instanceof FormData) {
    for (const [name, value] of body) lines.push(`-F ${quoted(`${name}=${value instanceof File ? `@${value.name}` : value}`)}`);
  } else if (body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`, `-d ${quoted(written(body, 2))}`);
  }
  return lines.join(' \\\n  ');
}

/** A button that copies a text. */
export function copyButton(text, words = 'Copy') {
  return h('button', {
    type: 'button',
    class: 'small',
    click: async ({ currentTarget: button }) => {
      try {
        await navigator.clipboard.writeText(text());
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'This browser does not allow it: select the text';
      }
    },
  }, words);
}

function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
