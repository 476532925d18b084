/** Addresses of pages: `#/path?query`, so that the server needs to know none of them. */

/** Reads an address into its path, in decoded parts, and its query. */
export function readAddress(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { parts: path.split('/').filter(Boolean).map(decoded), query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a page: `to(['topic', name], { state: 'locked' })`. What has no value in the query is left out. */
export function to(parts, query = {}) {
  const entries = Object.entries(query).filter(([, value]) => value != null && value !== '' && value !== false);
  const path = parts.map((part) => encodeURIComponent(part)).join('/');
  return `#/${path}${entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`}`;
}

/**
 * Changes the query of the page that is shown: another filter, another tab. The browser's back button knows it, unless
 * it is a `detail`, such as each letter of a word.
 */
export function changeQuery(changes, detail = false) {
  const { parts, query } = readAddress(location.hash);
  const address = to(parts, { ...query, ...changes });
  if (detail) location.replace(address);
  else location.hash = address;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
