/**
 * A service worker that is ready to be told something.
 * @param {string} script
 * @param {string} scope
 * @returns {Promise<?ServiceWorker>} null: it never will be
 */
export async function activeWorker(script, scope) {
  const registration = await navigator.serviceWorker.register(script, { scope });
  if (registration.active) return registration.active;
  const worker = registration.installing ?? registration.waiting;
  return new Promise((resolve) => {
    if (!worker) resolve(null);
    worker?.addEventListener("statechange", () => worker.state === "activated" && resolve(worker));
  });
}

/** The paths of everything this page was made of. */
export function filesOfPage() {
  const addresses = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return addresses.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
}
