/** Builds elements without a template language, and changes what is there into what should be there. */
const HANDLERS = Symbol('handlers');
const PROPERTIES = Symbol('properties');

/**
 * An element. Text is always set as text, never parsed. An attribute whose name begins with a dot is a property, one
 * whose value is a function listens to that event; null and false leave it out.
 */
export function h(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function dress(element, attributes, children) {
  element[HANDLERS] = {};
  element[PROPERTIES] = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (name.startsWith('.')) setProperty(element, name.slice(1), value);
    else if (typeof value === 'function') setHandler(element, name, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ''));
  return element;
}

function setHandler(element, name, handler) {
  element[HANDLERS][name] = handler;
  element[`on${name}`] = handler;
}

function setProperty(element, name, value) {
  if (element[PROPERTIES][name] === value) return;
  element[PROPERTIES][name] = value;
  element[name] = value;
}

/**
 * Makes the children of an element look like those wanted. What both have stays, with its focus, its selection, what
 * was typed and what was opened. `data-key` says which child is which; a custom element owns what is inside it.
 */
export function morphChildren(parent, wanted) {
  const keyed = new Map([...parent.children].filter(keyOf).map((child) => [keyOf(child), child]));
  let at = parent.firstChild;
  for (const next of wanted.flat(Infinity).filter((child) => child != null && child !== false && child !== '')) {
    const node = next instanceof Node ? next : document.createTextNode(next);
    const key = keyOf(node);
    const candidate = key ? keyed.get(key) : at && !keyOf(at) ? at : null;
    if (!candidate || !alike(candidate, node)) {
      parent.insertBefore(node, at);
    } else {
      if (candidate === at) at = at.nextSibling;
      else parent.insertBefore(candidate, at);
      morph(candidate, node);
    }
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

function keyOf(node) {
  return node.dataset?.key;
}

function alike(one, other) {
  return one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
}

function morph(old, wanted) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== wanted.data) old.data = wanted.data;
    return;
  }
  morphAttributes(old, wanted);
  for (const [name, handler] of Object.entries(wanted[HANDLERS] ?? {})) setHandler(old, name, handler);
  for (const name of Object.keys(old[HANDLERS] ?? {})) {
    if (!(name in wanted[HANDLERS])) setHandler(old, name, null);
  }
  for (const [name, value] of Object.entries(wanted[PROPERTIES] ?? {})) setProperty(old, name, value);
  if (!old.localName.includes('-')) morphChildren(old, [...wanted.childNodes]);
}

function morphAttributes(old, wanted) {
  for (const { name, value } of wanted.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    // Whoever reads has opened it, and only the element itself knows its state.
    if (!wanted.hasAttribute(name) && !['open', 'data-state'].includes(name)) old.removeAttribute(name);
  }
}
