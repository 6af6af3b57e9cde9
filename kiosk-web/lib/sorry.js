/** The page that is left when the app can't run. It tries again by itself. */
import { fresh } from "./fresh.js";

const AGAIN_MS = 60_000;

async function again() {
  await fresh();
  location.replace("/");
}

document.getElementById("again")?.addEventListener("click", (event) => {
  event.preventDefault();
  again();
});
setTimeout(again, AGAIN_MS);
