import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { faults } from "../line.js";
import { progress } from "./Done.js";
import { useDesk } from "./context.js";

const PAUSE_MS = 900; // what is read while somebody types isn't said out loud

/** What a screen reader says by itself: the reading once the fingers rest, and what was done. */
export function Spoken() {
  const { state, t } = useDesk();
  const { line, reading, insisted, said, aside } = state;
  const [heard, setHeard] = useState("");
  const [problem] = reading ? faults(reading, line, insisted) : [];
  const meant = line.trim() === "" || !reading ? "" : problem ? `${problem.message} ${problem.hint}` : reading.words;
  useEffect(() => {
    const timer = setTimeout(() => setHeard(meant), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [meant]);
  const done = said && said.kind !== "refused" ? progress(state) : null;
  const told = !said ? "" : !done ? said.words : done === "sending" ? "" : `${t(`done.${done}`)} ${said.words}`;
  return html`<p class="hidden" role="status">${heard}</p>
    <p class="hidden" role="status">${told}</p>
    <p class="hidden" role="status">${aside.length > 0 ? t("aside.title", { n: aside.length }) : ""}</p>`;
}
