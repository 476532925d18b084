/** The calls of this page as commands, with this server's address in them. */
import { h } from '../dom.js';
import { root } from '../http.js';

const calls = [
  {
    title: 'Start a process',
    words: 'Anybody can. The answer comes when the process rests at its first task.',
    path: 'process-definition/key/video/start',
    body: { variables: { video: { value: 'holiday.mp4', type: 'String' } } },
  },
  {
    title: 'Fetch and lock',
    words: 'A worker asks for one task and waits up to 20 seconds for it. Until the lock runs out, the task is its own.',
    path: 'external-task/fetchAndLock',
    body: {
      workerId: 'curl-1', maxTasks: 1, usePriority: true, asyncResponseTimeout: 20000,
      topics: [{ topicName: 'transcodeVideo', lockDuration: 60000 }],
    },
  },
  {
    title: 'Complete',
    words: 'Put the id from the answer into $TASK. The variables go on with the process.',
    path: 'external-task/$TASK/complete',
    body: { workerId: 'curl-1', variables: { resolution: { value: '1080p', type: 'String' } } },
  },
  {
    title: 'Or report a failure',
    words: 'The task comes back in three seconds, for whoever asks first.',
    path: 'external-task/$TASK/failure',
    body: { workerId: 'curl-1', errorMessage: 'transcoding went wrong', retries: 2, retryTimeout: 3000 },
  },
];

class CurlPanel extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(h('ol', {}, ...calls.map((call, index) => this.#item(call, index))));
  }

  #item(call, index) {
    const command = commandFor(call);
    return h('li', {},
      h('div', {},
        h('h3', {}, `${index + 1}. ${call.title}`),
        h('p', {}, call.words),
        navigator.clipboard ? h('button', { type: 'button', class: 'small', click: copy(command) }, 'Copy') : null),
      h('pre', { tabindex: 0, role: 'group', 'aria-label': `curl: ${call.title}` }, h('code', {}, command)));
  }
}

function commandFor({ path, body }) {
  const fields = Object.entries(body).map(([name, value]) => `    "${name}": ${inOneLine(value)}`);
  return `curl -X POST ${root.href}${path} \\\n  -H 'Content-Type: application/json' \\\n  -d '{\n${fields.join(',\n')}\n  }'`;
}

function inOneLine(value) {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/([{[]) | ([\]}])/g, '$1$2');
}

function copy(command) {
  return async ({ currentTarget: button }) => {
    await navigator.clipboard.writeText(command);
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1_500);
  };
}

customElements.define('curl-panel', CurlPanel);
