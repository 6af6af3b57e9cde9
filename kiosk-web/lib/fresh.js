/**
 * Throws away everything that was kept of the app, so that the next start gets it from the server: what was kept may be what is
 * broken. Without a server, what was kept is all there is, and stays.
 */
export async function fresh() {
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  try {
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  } catch {
    // Nothing is kept where nothing may be kept.
  }
}
