import { html } from "../../vendor/preact-htm.js";
import { Box } from "./Box.js";
import { useDesk } from "./context.js";

/**
 * The office said that it was closed on that day: is the line right?
 * @param {{at: string}} props
 */
export function Closed({ at }) {
  const { counter, state, t } = useDesk();
  const day = new Intl.DateTimeFormat(state.words.locale, { timeZone: state.setting.time_zone, weekday: "long", day: "numeric", month: "long" }).format(new Date(at));
  const close = () => counter.update({ dialog: null });
  const record = () => {
    close();
    counter.record({ closed: true });
  };
  return html`<${Box} title=${t("closed.title")} onClose=${close}>
    <p>${t("closed.day", { day })}</p>
    <p class="box-buttons"><button type="button" class="button button-main" autofocus onClick=${record}>${t("closed.record")}</button></p>
  <//>`;
}
