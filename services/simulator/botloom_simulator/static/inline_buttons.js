// The buttons under a message, and what a press of each kind does.

import { el, link } from "./dom.js";
import { toast } from "./dialogs.js";
import { say, texts } from "./texts.js";

export function inlineKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el(
    "div", { class: "inline", role: "group", "aria-label": texts.keyboard },
    ...rows.map((row) => el("div", { class: "row" }, ...row.map((button) => inlineButton(message, button, actions)))),
  );
}

/** A key's classes: its colour, and which sign stands in its corner. */
export const keyClass = (button, sign) =>
  ["key", sign, button.style ? `style-${button.style}` : null].filter(Boolean).join(" ");

export function label(button) {
  const icon = button.icon_custom_emoji_id;
  return [icon ? el("span", { class: "key-icon", title: icon, "aria-hidden": "true" }, "❖") : null, button.text];
}

function inlineButton(message, button, actions) {
  const url = button.url ?? button.web_app?.url ?? button.login_url?.url;
  if (url) {
    const element = link(url, ...label(button).filter(Boolean), el("span", { class: "hidden" }, ` (${texts.opened})`));
    element.className = keyClass(button, button.web_app ? "app" : "out");
    return element;
  }
  if (button.callback_data !== undefined) return callbackButton(message, button, actions);
  const [sign, onclick] = pressOf(button, actions);
  return el("button", { class: keyClass(button, sign), type: "button", onclick }, ...label(button));
}

function callbackButton(message, button, actions) {
  const isWaiting = actions.isWaiting(message.message_id, button.callback_data);
  return el(
    "button",
    {
      class: keyClass(button, isWaiting ? "waiting" : null), type: "button",
      "data-press": button.callback_data, "aria-busy": String(isWaiting),
      onclick: () => actions.press(message.message_id, button.callback_data),
    },
    ...label(button),
  );
}

function pressOf(button, actions) {
  if (button.copy_text) return ["copy", () => copy(button.copy_text.text)];
  const here = button.switch_inline_query_current_chat;
  if (here !== undefined) return ["switch", () => actions.startInline(here)];
  const query = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
  if (query !== undefined) return ["switch", () => toast(say(texts.switched, { query }))];
  return [null, () => toast(texts.notHere)];
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(say(texts.copied, { text }));
  } catch {
    // A page without HTTPS may not write to the clipboard.
    toast(text);
  }
}
