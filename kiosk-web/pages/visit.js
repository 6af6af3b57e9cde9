/** The pages that come next after the welcome, fetched as one piece: see `App.js`. */
export { Find } from "./Find/Find.js";
export { Ideas } from "./Find/Ideas.js";
export { Home } from "./Home/Home.js";
export { Theme } from "./Theme/Theme.js";
