/** Shows the page of the address. routes.js says how to add one. */
import { readAddress, to } from './address.js';
import { h, morphChildren } from './parts/dom.js';
import { problemPanel } from './parts/problem.js';
import { routes } from './routes.js';

export function startRouter(content, navigation) {
  let shown = null;
  let steps = 0;

  const follow = async () => {
    const { parts, query } = readAddress(location.hash);
    const step = (steps += 1);
    const found = match(parts);
    drawNavigation(navigation, found?.route);
    const path = parts.join('/');
    // Another filter or tab of the same thing. Anything else gets an element of its own, so nothing of it stays.
    if (shown?.path === path && shown.element.isConnected) {
      shown.element.queryChanged(query);
      return;
    }
    shown = null;
    if (!found) {
      content.replaceChildren(problemPanel(new Error(`There is no page '${path}'`)));
      return;
    }
    const element = await made(found, query);
    if (step !== steps) return;
    shown = { path, element };
    content.replaceChildren(element);
    if (step > 1) content.focus({ preventScroll: true });
    scrollTo(0, 0);
  };

  addEventListener('hashchange', follow);
  follow();
}

async function made({ route, params }, query) {
  try {
    const { default: PageElement } = await route.page();
    const element = new PageElement();
    element.params = params;
    element.query = query;
    return element;
  } catch (problem) {
    // A browser asks once for a module, and keeps its failure as long as the document.
    return problemPanel(problem, () => location.reload());
  }
}

function match(parts) {
  for (const route of routes) {
    const names = route.address.split('/').filter(Boolean);
    if (names.length !== parts.length) continue;
    if (names.every((name, i) => name.startsWith(':') || name === parts[i])) {
      const params = names.flatMap((name, i) => (name.startsWith(':') ? [[name.slice(1), parts[i]]] : []));
      return { route, params: Object.fromEntries(params) };
    }
  }
  return null;
}

function drawNavigation(list, current) {
  const here = current?.under ?? current?.address;
  morphChildren(list, routes.filter(({ nav }) => nav).map(({ address, nav }) =>
    h('li', {}, h('a', { href: to(address.split('/').filter(Boolean)), 'aria-current': address === here && 'page' }, nav))));
  list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
