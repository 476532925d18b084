/** Puts the console together. */
import './trusted.js';
import './parts/live-switch.js';
import './parts/look-up.js';
import './parts/messages.js';
import './parts/theme-switch.js';
import './parts/user-menu.js';
import { logInWhenAsked } from './api/login.js';
import { say } from './parts/messages.js';
import { startRouter } from './router.js';

addEventListener('unhandledrejection', ({ reason }) => {
  if (reason?.name === 'AbortError') return;
  say('bad', `The console has a defect: ${reason?.message ?? reason}`);
});

// The address says which page is shown, so the link to the content must not change it.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('main').focus();
});

logInWhenAsked();
startRouter(document.querySelector('main'), document.querySelector('nav.pages ul'));
