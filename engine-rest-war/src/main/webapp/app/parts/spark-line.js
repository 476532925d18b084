/** A line of the last hour, small; its words say what it shows. */
import { svg } from './dom.js';
import { number } from './words.js';

const WIDTH = 240;
const HEIGHT = 44;

export function sparkLine(values, words) {
  const most = Math.max(1, ...values);
  const x = (i) => (values.length < 2 ? 0 : (i * WIDTH) / (values.length - 1));
  const y = (value) => HEIGHT - 3 - ((HEIGHT - 8) * value) / most;
  const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`);
  const text = values.length === 0 ? `${words}: no numbers yet` : `${words}: now ${number(values.at(-1))}, at most ${number(most)} in the last hour`;
  return svg('svg', { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': text },
    svg('title', {}, text),
    points.length > 1 && svg('path', { class: 'area', d: `M0,${HEIGHT} L${points.join(' L')} L${WIDTH},${HEIGHT} Z` }),
    points.length > 1 && svg('path', { class: 'line', d: `M${points.join(' L')}` }));
}
