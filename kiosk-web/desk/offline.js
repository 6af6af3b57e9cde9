/**
 * The page opens while the server restarts: a worker of its own keeps exactly what the page was made of. What the server answers is never
 * kept. Over plain http from another machine browsers have no workers; what is recorded waits all the same.
 */
import { activeWorker, filesOfPage } from "../lib/worker.js";

const WORKER = "/desk/sw.js";
const LATER = ["/desk/locales/fr.json", "/desk/locales/en.json", "/vendor/atkinson-regular.woff2", "/vendor/atkinson-bold.woff2", "/vendor/marcellus.woff2"];

/** Tells the worker what to keep, once everything is there. */
export async function keepForLater() {
  if (!("serviceWorker" in navigator)) return;
  try {
    const worker = await activeWorker(WORKER, "/desk");
    const files = filesOfPage().filter((path) => !path.startsWith("/api/"));
    worker?.postMessage({ keep: [...new Set([location.pathname, ...LATER, ...files])] });
  } catch (error) {
    console.warn("This page can't be kept on this device.", error);
  }
}
