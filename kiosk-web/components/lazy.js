import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { useHere } from "./context.js";

const RETRY_MS = 4_000;

/** Code that the first screen doesn't wait for. It is fetched once, and then there at once. */
export class Later {
  /** @param {() => Promise<any>} fetch - an `import()` */
  constructor(fetch) {
    this.fetch = fetch;
    /** @type {any} the module, once it is there */
    this.module = null;
  }

  /** @returns {Promise<any>} rejected when it can't be had at this moment; asking again tries again */
  async load() {
    this.module ??= await this.fetch();
    return this.module;
  }
}

/**
 * A component of such a module.
 * @param {Later} later
 * @param {string} name
 */
export function lazy(later, name) {
  return function Lazy(/** @type {any} */ props) {
    const { words } = useHere();
    const [, drawAgain] = useState(0);
    useEffect(() => {
      if (later.module) return undefined;
      let gone = false;
      const fetchIt = async () => {
        try {
          await later.load();
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
    return later.module ? html`<${later.module[name]} ...${props} />` : html`<h1 class="loading" tabindex="-1">${words.t("loading")}</h1>`;
  };
}
