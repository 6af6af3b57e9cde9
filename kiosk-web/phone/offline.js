/**
 * What was opened once opens without a network: the page's worker keeps exactly what the page was made of, and nothing else is stored.
 * Over plain http browsers have no workers, and the page is then simply online.
 */

import { activeWorker, filesOfPage } from "../lib/worker.js";

const WORKER = "/phone/sw.js";

/**
 * Asks for it once everything is shown.
 * @param {string[]} more - addresses that weren't asked for yet, and will be wanted on the way
 */
export async function keepForLater(more) {
  if (!("serviceWorker" in navigator)) return;
  // Its own part of the site: the office's screens have a worker of theirs for all the rest.
  const scope = location.pathname.startsWith("/d/") ? "/d/" : "/p/";
  try {
    const worker = await activeWorker(WORKER, scope);
    const fetched = filesOfPage().filter((path) => path !== "/api/v1/interactions");
    worker?.postMessage({ keep: [...new Set([location.pathname, ...fetched, ...more])] });
  } catch (error) {
    console.warn("This page can't be kept on the phone.", error);
  }
}

/**
 * A photograph's smallest copy: the page opens at once on any network, and is kept with one size of it.
 * @param {import('../lib/api.js').Picture} picture
 */
export const smallest = ({ src, srcset }) => srcset?.split(" ")[0] ?? src;

/**
 * Is there something to put in a calendar? A period between two dates of one year, as the server has it
 * (Sources/Catalogue/Compile/PlaceCalendar.swift).
 * @param {import('../lib/opening.js').Opening} opening
 */
export const isDated = ({ periods }) => periods.some(({ from = "", to = "" }) => from.length === 10 && to.length === 10 && from <= to);
