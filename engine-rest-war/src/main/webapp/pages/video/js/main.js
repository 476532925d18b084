/** Puts the page together. */
import './elements/curl-panel.js';
import './elements/event-log.js';
import './elements/finished-list.js';
import './elements/process-diagram.js';
import './elements/start-form.js';
import './elements/status-banner.js';
import './elements/work-length.js';
import './elements/worker-pool.js';
import { Counts } from './counts.js';
import { deployed } from './deployment.js';
import { tell } from './happenings.js';

const leaving = new AbortController();
const diagram = document.querySelector('process-diagram');

addEventListener('pagehide', () => {
  leaving.abort();
  for (const pool of document.querySelectorAll('worker-pool')) pool.dismissAll();
});

// The workers of a page that comes back from the browser's cache are gone; new ones come with a new page.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

addEventListener('unhandledrejection', ({ reason }) => {
  tell({ kind: 'trouble', words: `This page has a defect: ${reason?.message ?? reason}` });
});

await deployed;
await new Counts((numbers) => diagram.show(numbers)).run(leaving.signal);
