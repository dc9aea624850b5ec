// The bot's reply keyboard under the composer.

import { el, link } from "./dom.js";
import { keyClass, label } from "./inline_buttons.js";
import { texts } from "./texts.js";

const SIGNS = { request_contact: "contact", request_location: "location", request_poll: "poll" };

/** `press(text)` presses the button with this text. */
export function replyRows(markup, press) {
  return (markup?.keyboard ?? []).map((row) =>
    el("div", { class: "row" }, ...row.map((button) => replyKey(button, press))));
}

function replyKey(button, press) {
  if (button.web_app) {
    const app = link(button.web_app.url, ...label(button).filter(Boolean), el("span", { class: "hidden" }, ` (${texts.opened})`));
    app.className = keyClass(button, "app");
    return app;
  }
  const asked = Object.keys(SIGNS).find((name) => button[name]);
  return el(
    "button",
    { class: keyClass(button, SIGNS[asked]), type: "button", onclick: () => press(button.text) },
    ...label(button),
    asked ? el("span", { class: "hidden" }, ` (${texts[SIGNS[asked]]})`) : null,
  );
}
