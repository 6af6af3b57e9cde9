/** The map library is a quarter of a megabyte on the wire: it comes with the first map that is opened, once. */
const ADDRESS = "/vendor/ol.js";

/** @type {?Promise<any>} */
let library = null;

/**
 * OpenLayers, which comes as a script that leaves its name in the window.
 * @returns {Promise<any>} rejected when it can't be had at this moment; asking again tries again
 */
export function loadMapLibrary() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = ADDRESS;
    script.onload = () => resolve(/** @type {any} */ (globalThis).ol);
    script.onerror = () => {
      library = null;
      reject(new Error(`${ADDRESS} can't be loaded`));
    };
    document.head.append(script);
  });
  return library;
}
