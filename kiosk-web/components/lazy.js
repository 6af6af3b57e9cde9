import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { useHere } from "./context.js";

const RETRY_MS = 4_000;

/**
 * A page whose code is fetched when somebody goes there, so that the first screen doesn't wait for it.
 * @param {() => Promise<any>} load - gives the component
 */
export function lazy(load) {
  /** @type {any} */
  let loaded = null;
  return function Lazy(/** @type {any} */ props) {
    const { words } = useHere();
    const [, drawAgain] = useState(0);
    useEffect(() => {
      if (loaded) return undefined;
      let gone = false;
      const fetchIt = async () => {
        try {
          loaded = await load();
          if (!gone) drawAgain(1);
        } catch {
          if (!gone) setTimeout(fetchIt, RETRY_MS);
        }
      };
      fetchIt();
      return () => {
        gone = true;
      };
    }, []);
    return loaded ? html`<${loaded} ...${props} />` : html`<h1 class="loading" tabindex="-1">${words.t("loading")}</h1>`;
  };
}
