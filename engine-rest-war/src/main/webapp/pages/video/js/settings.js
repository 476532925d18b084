/** What the address asks for: `?work=300` (how long work takes) and `?lock=3000` (how long a lock lasts), in ms. */
const query = new URLSearchParams(location.search);

export const settings = {
  workMs: milliseconds('work', 5_000),
  lockMs: milliseconds('lock', 10_000),
  waitMs: 20_000,
  retryMs: 3_000,
};

/** How long the next piece of work takes: about as long as set, so that workers do not march in step. */
export function nextWorkMs() {
  return query.has('work') ? settings.workMs : settings.workMs * (0.8 + 0.4 * Math.random());
}

function milliseconds(name, otherwise) {
  const asked = Number(query.get(name));
  return Number.isFinite(asked) && asked > 0 ? asked : otherwise;
}
