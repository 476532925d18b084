/** The first tab: what each token waits for, in words. */
import { h } from '../../parts/dom.js';
import { waitsFor } from '../../parts/waits-for.js';

export function waitsTab(data) {
  const { leaves } = data;
  if (leaves.length === 0) return [h('p', { class: 'nothing' }, 'It waits for nothing: it has ended.')];
  return [h('ul', { class: 'waits' }, leaves.map((leaf) => h('li', { 'data-key': `${leaf.id} ${leaf.isTransition ?? ''}` },
    h('h2', {}, leaf.activityName || leaf.activityId, leaf.isTransition && ' (before or after it)'),
    waitsFor(leaf, data).map((sentence, i) => h('p', {}, i === 0 ? 'Waits ' : 'Or ', sentence, '.')))))];
}
