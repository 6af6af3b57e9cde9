/**
 * What was opened once opens without a network: the page's worker keeps exactly what the page was made of, and nothing else is stored.
 * Over plain http browsers have no workers, and the page is then simply online.
 */

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
    const registration = await navigator.serviceWorker.register(WORKER, { scope });
    const worker = registration.active ?? (await activated(registration));
    worker?.postMessage({ keep: [...new Set([location.pathname, ...fetched(), ...more])] });
  } catch (error) {
    console.warn("This page can't be kept on the phone.", error);
  }
}

/** Everything this page was made of. */
function fetched() {
  const addresses = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return addresses.filter(({ origin, pathname }) => origin === location.origin && pathname !== "/api/v1/interactions").map(({ pathname }) => pathname);
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<?ServiceWorker>}
 */
function activated(registration) {
  const worker = registration.installing ?? registration.waiting;
  return new Promise((resolve) => {
    if (!worker) resolve(null);
    worker?.addEventListener("statechange", () => worker.state === "activated" && resolve(worker));
  });
}
