/** The pages that come later in a visit: see `App.js`. */
export { Accessibility } from "./Accessibility/Accessibility.js";
export { Day } from "./Day/Day.js";
export { Farewell } from "./Farewell/Farewell.js";
export { Place } from "./Place/Place.js";
export { Search } from "./Search/Search.js";
