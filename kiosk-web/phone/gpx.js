import { trackAddress } from "../lib/api.js";

const GPX = "http://www.topografix.com/GPX/1/1";

/**
 * All tracks of a day in one file: phones refuse several downloads from one touch.
 * @param {string[]} ids
 * @param {string} name
 */
export async function downloadTracks(ids, name) {
  const texts = await Promise.allSettled(ids.map(async (id) => (await fetch(trackAddress(id))).text()));
  const file = new DOMParser().parseFromString(`<gpx version="1.1" creator="Vitrine" xmlns="${GPX}"/>`, "text/xml");
  const read = texts.flatMap((text) => (text.status === "fulfilled" ? [new DOMParser().parseFromString(text.value, "text/xml")] : []));
  // In the order the form asks for: points, then routes, then tracks.
  for (const kind of ["wpt", "rte", "trk"]) {
    for (const one of read) file.documentElement.append(...[...one.getElementsByTagNameNS(GPX, kind)].map((node) => file.importNode(node, true)));
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(file)], { type: "application/gpx+xml" }));
  link.download = `${name}.gpx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // once it has been taken
}
