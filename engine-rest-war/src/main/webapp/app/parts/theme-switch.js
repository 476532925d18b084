/** Light, dark, or as the system has it. */
import { h, morphChildren } from './dom.js';

const looks = { system: 'As the system', light: 'Light', dark: 'Dark' };
const signs = { system: '◐', light: '☀', dark: '☾' };

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.#draw();
  }

  get #look() {
    return document.documentElement.dataset.theme ?? 'system';
  }

  #next() {
    const names = Object.keys(looks);
    const next = names[(names.indexOf(this.#look) + 1) % names.length];
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem('outwork.theme', next);
    } catch {
      // The browser keeps nothing: the look lasts as long as the page.
    }
    this.#draw();
  }

  #draw() {
    const words = `Look: ${looks[this.#look]}`;
    morphChildren(this, [
      h('button', { type: 'button', class: 'quiet', 'aria-label': words, title: words, click: () => this.#next() },
        h('span', { 'aria-hidden': 'true' }, signs[this.#look])),
    ]);
  }
}

customElements.define('theme-switch', ThemeSwitch);
