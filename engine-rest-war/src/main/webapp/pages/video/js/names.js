/** Pleasant names for videos, one after the other; the second round is numbered. */
const names = [
  'holiday', 'first-steps', 'northern-lights', 'grandma-at-80', 'concert', 'snow-day',
  'lighthouse', 'puppy', 'wedding-speech', 'sunday-hike', 'harbour-at-dawn', 'recipe',
];
let used = 0;

export function nextName() {
  const round = Math.floor(used / names.length);
  const name = names[used % names.length];
  used += 1;
  return round === 0 ? `${name}.mp4` : `${name}-${round + 1}.mp4`;
}
