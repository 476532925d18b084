/** The end of an id, because ids that were made in the same minute begin alike. */
export function shortId(id) {
  return `…${id.slice(-8)}`;
}
