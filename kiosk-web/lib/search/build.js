import { SearchIndex } from "./index.js";

const SLICE_MS = 6;
const WAIT_MS = 60;
const AT_ONCE = 8;

/** The moments nobody needs; on a busy screen, one comes all the same. */
const pause = () =>
  new Promise((resume) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(resume, { timeout: WAIT_MS });
    else setTimeout(resume, 0);
  });

/**
 * An index of the places, made in slices of a few milliseconds so that no touch waits for it.
 * @param {import('../api.js').Summary[]} places - in the order equals are shown
 * @param {import('../api.js').Catalogue[]} catalogues - the visitor's first, then others whose words are found too
 * @param {AbortSignal} [signal] - it isn't wanted any more
 * @returns {Promise<SearchIndex>}
 */
export async function buildIndex(places, catalogues, signal) {
  const index = new SearchIndex();
  const byId = [];
  for (const { places: all } of catalogues) {
    await pause();
    byId.push(new Map(all.map((place) => [place.id, place])));
  }
  const themes = catalogues.map((catalogue) => new Map(catalogue.themes.map(({ id, name }) => [id, name])));
  let end = 0;
  for (let doc = 0; doc < places.length; doc++) {
    if (doc % AT_ONCE === 0 && performance.now() > end) {
      await pause();
      signal?.throwIfAborted();
      end = performance.now() + SLICE_MS;
    }
    const { id, commune, kind, keywords } = places[doc];
    index.add(doc, "commune", commune);
    for (const keyword of keywords) index.add(doc, "keyword", keyword);
    catalogues.forEach((_, i) => {
      const place = byId[i].get(id);
      if (!place) return;
      index.add(doc, "name", place.name.text);
      index.add(doc, "teaser", place.teaser.text);
      index.add(doc, "theme", themes[i].get(kind) ?? "");
    });
  }
  return index;
}
