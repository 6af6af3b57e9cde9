/**
 * What a browser keeps of a page; null when it keeps nothing, or what it kept is spoilt.
 * @param {Storage} storage
 * @param {string} name
 */
export function read(storage, name) {
  try {
    return JSON.parse(storage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Where storage is refused or full, a reload forgets it.
 * @param {Storage} storage
 * @param {string} name
 * @param {unknown} value - null: no longer kept
 */
export function write(storage, name, value) {
  try {
    if (value === null) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(value));
  } catch {
    // see above
  }
}
