/**
 * A process as it was drawn, with what is at its elements.
 *
 * `xml` is the model; `marks` are `{ activityId, tokens, incidents, past, start, cancel, heat, label, words }`: numbers,
 * a heat from 1 to 5 with its label, and what is said of them; `selected` is the id of an element; `pick(activityId, type)`
 * is called when one is clicked. It sends `load` once `elements` are known.
 */
import '../lib/bpmn-js/bpmn-navigated-viewer.production.min.js';
import { h, svg } from './dom.js';

// bpmn-js measures text in it. It would make one with a style in markup, which the policy of the content forbids.
document.body.append(svg('svg', { id: 'helper-svg', width: 0, height: 0, 'aria-hidden': 'true' }));

const MARKS_ABOVE_ALL = 1000;
const ZOOM_STEP = 1.25;
const SMALL = 50;
const SCOPE = /SubProcess$|Transaction$/;
const CLASSES = ['has-tokens', 'has-incidents', 'has-past', 'is-selected', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5'];

class BpmnDiagram extends HTMLElement {
  #viewer;
  #turned = new ResizeObserver(() => this.dataset.state === 'drawn' && this.#fit());
  #drawn = null;
  #xml = null;
  #marks = [];
  #selected = null;
  pick = null;

  set xml(xml) {
    this.#xml = xml;
    this.#draw();
  }

  set marks(marks) {
    this.#marks = marks;
    this.#mark();
  }

  set selected(selected) {
    this.#selected = selected;
    this.#mark();
  }

  /** What is drawn, `{ id, type, name, scopes }`; `scopes` are the ids of the sub-processes around it, from the inside. */
  get elements() {
    if (this.dataset.state !== 'drawn' || !this.#viewer) return [];
    return this.#viewer.get('elementRegistry').filter(({ businessObject, labelTarget }) => businessObject && !labelTarget)
      .map(({ businessObject }) => elementOf(businessObject));
  }

  connectedCallback() {
    const canvas = h('div', { class: 'canvas' });
    this.replaceChildren(canvas, h('div', { class: 'zoom' },
      this.#zoomButton('+', 'Larger', () => this.#zoom(ZOOM_STEP)),
      this.#zoomButton('−', 'Smaller', () => this.#zoom(1 / ZOOM_STEP)),
      this.#zoomButton('⤢', 'Whole diagram', () => this.#fit())));
    this.#viewer = new globalThis.BpmnJS({
      container: canvas,
      // A wheel over the diagram scrolls the page.
      zoomScroll: { enabled: false },
      // Its overlays are markup, and need styles in it. Marks are shapes here.
      additionalModules: [{ overlays: ['value', {}] }],
    });
    this.#viewer.on('element.click', ({ element }) => {
      const { id, type } = element.labelTarget ?? element;
      this.pick?.(id, type);
    });
    this.#drawn = null;
    this.#draw();
    this.#turned.observe(this);
  }

  disconnectedCallback() {
    this.#turned.disconnect();
    this.#viewer?.destroy();
    this.#viewer = null;
  }

  async #draw() {
    if (!this.#viewer || !this.#xml || this.#drawn === this.#xml) return;
    const xml = (this.#drawn = this.#xml);
    try {
      await this.#viewer.importXML(xml);
      if (this.#drawn !== xml || !this.#viewer) return;
      this.dataset.state = 'drawn';
      this.#fit();
      this.#mark();
      this.dispatchEvent(new Event('load'));
    } catch (problem) {
      this.dataset.state = 'refused';
      this.querySelector('.canvas').replaceChildren(h('p', { class: 'nothing' }, `The model cannot be drawn: ${problem.message}`));
    }
  }

  #mark() {
    if (this.dataset.state !== 'drawn' || !this.#viewer) return;
    const canvas = this.#viewer.get('canvas');
    const elements = this.#viewer.get('elementRegistry');
    elements.forEach((element) => CLASSES.forEach((name) => canvas.removeMarker(element, name)));
    const layer = canvas.getLayer('marks', MARKS_ABOVE_ALL);
    layer.replaceChildren();
    for (const mark of this.#marks) {
      const element = elements.get(mark.activityId);
      if (!element) continue;
      if (mark.past) canvas.addMarker(element, 'has-past');
      if (mark.tokens) canvas.addMarker(element, 'has-tokens');
      if (mark.incidents) canvas.addMarker(element, 'has-incidents');
      if (mark.heat) canvas.addMarker(element, `heat-${mark.heat}`);
      const box = boxOf(element);
      if (box) layer.append(badges(box, mark));
    }
    const selected = this.#selected && elements.get(this.#selected);
    if (selected) canvas.addMarker(selected, 'is-selected');
  }

  #fit() {
    const canvas = this.#viewer.get('canvas');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    // A small process is not blown up.
    if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
  }

  #zoom(factor) {
    const canvas = this.#viewer.get('canvas');
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto');
  }

  #zoomButton(sign, words, click) {
    return h('button', { type: 'button', 'aria-label': words, title: words, click }, sign);
  }
}

/** Where the marks of an element are; nowhere, if it is the whole diagram. */
function boxOf({ x, y, width, height, waypoints }) {
  if (!waypoints) return x === undefined ? null : { x, y, width, height };
  const [from, to] = waypoints.slice(Math.max(0, Math.ceil(waypoints.length / 2) - 1));
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width: 0, height: 0 };
}

function elementOf({ id, $type, name, $parent }) {
  const scopes = [];
  for (let scope = $parent; scope; scope = scope.$parent) {
    if (SCOPE.test(scope.$type)) scopes.push(scope.id);
  }
  return { id, type: $type, name, scopes };
}

function badges({ x, y, width, height }, { tokens, incidents, past, start, cancel, label, words }) {
  const shapes = [];
  // The name of an event or of a gateway is below it.
  const [aside, above] = width <= SMALL ? [6, 12] : [0, 0];
  if (tokens) shapes.push(badge('tokens', x - aside, y + height - above, tokens, 'left'));
  if (incidents) shapes.push(badge('incidents', x + width + aside, y, incidents, 'right'));
  if (past) shapes.push(badge('past', x + width + aside, y + height - above, past, 'right'));
  if (label) shapes.push(badge('heat', x + width + aside, y + height - above, label, 'right'));
  // Beside each other above the element, whose icon is in its corner.
  const apart = start && cancel ? 18 : 0;
  if (start) shapes.push(badge('start', x + width / 2 - apart, y, `+${start}`, 'middle'));
  if (cancel) shapes.push(badge('cancel', x + width / 2 + apart, y, `−${cancel}`, 'middle'));
  return svg('g', {}, words && svg('title', {}, words), ...shapes);
}

function badge(kind, x, y, count, side) {
  const text = typeof count === 'string' ? count : count > 9999 ? `${Math.floor(count / 1000)}k` : String(count);
  const width = Math.max(22, 12 + 8 * text.length);
  const left = { left: x - 10, middle: x - width / 2, right: x + 10 - width }[side];
  return svg('g', { class: `badge ${kind}`, transform: `translate(${left} ${y - 11})` },
    svg('rect', { width, height: 22, rx: 11 }),
    svg('text', { x: width / 2, y: 15.5, 'text-anchor': 'middle' }, text));
}

customElements.define('bpmn-diagram', BpmnDiagram);
