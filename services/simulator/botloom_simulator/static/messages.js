// Messages as elements: bubbles with text, photo, caption and inline keyboard, and notes between.

import * as api from "./api.js";
import { el, link } from "./dom.js";
import { formatted } from "./entities.js";
import { toast } from "./dialogs.js";
import { language, say, texts } from "./texts.js";

const TIME = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });

export const dayOf = (date) => DAY.format(new Date(date * 1000));

export function dayElement(date) {
  return el("li", { class: "day" }, el("span", {}, dayOf(date)));
}

export function failureElement(failure) {
  return el(
    "li", { class: "failure", "data-date": failure.date },
    el("strong", {}, say(texts.refused, failure)), ` ${failure.error_code}: ${failure.description}`,
  );
}

/** `actions`: `command(text)`, `press(messageId, data)`, `isWaiting(messageId, data)`. */
export function messageElement(message, actions) {
  const isOwn = !message.from.is_bot;
  const photo = message.photo ? photoElement(message) : null;
  const shown = message.text ?? message.caption;
  const entities = message.text ? message.entities : message.caption_entities;
  const text = shown ? el("div", { class: "text" }, formatted(shown, entities, actions.command)) : null;
  const bubble = el(
    "div", { class: `bubble${photo ? " with-photo" : ""}${photo && !text ? " bare" : ""}` },
    ...(message.show_caption_above_media ? [text, photo] : [photo, text]),
  );
  // In the text it flows around the time; a photo alone has it in its corner.
  (text ?? bubble).append(meta(message, isOwn));
  const sender = el("span", { class: "hidden" }, `${isOwn ? texts.you : message.from.first_name}: `);
  return el(
    "li",
    { class: `message ${isOwn ? "own" : "theirs"}`, "data-message": message.message_id, "data-date": message.date },
    el("div", { class: "block" }, sender, bubble, keyboard(message, actions)),
  );
}

function meta(message, isOwn) {
  const date = new Date(message.date * 1000);
  return el(
    "span", { class: "meta" },
    message.edit_date && message.text ? `${texts.edited} ` : null,
    el("time", { datetime: date.toISOString() }, TIME.format(date)),
    isOwn ? el("span", { class: "ticks", "aria-hidden": "true" }) : null,
  );
}

function photoElement(message) {
  const size = message.photo.at(-1);
  const address = api.fileAddress(size.file_id);
  const image = el("img", {
    src: address, alt: message.caption ? "" : texts.photo, width: size.width, height: size.height,
    loading: "lazy", decoding: "async",
  });
  const frame = el(
    "a", { class: "photo", href: address, target: "_blank", rel: "noopener noreferrer", "aria-label": texts.photo },
    image,
  );
  image.addEventListener("error", () => {
    frame.classList.add("broken");
    frame.replaceChildren(el("span", {}, texts.noPhoto));
  });
  if (message.has_media_spoiler) {
    frame.classList.add("veiled");
    frame.addEventListener("click", (event) => {
      if (!frame.classList.contains("veiled")) return;
      event.preventDefault();
      frame.classList.remove("veiled");
    });
  }
  return frame;
}

function keyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el(
    "div", { class: "inline", role: "group", "aria-label": texts.keyboard },
    ...rows.map((row) => el("div", { class: "row" }, ...row.map((b) => inlineButton(message, b, actions)))),
  );
}

function inlineButton(message, button, actions) {
  const url = button.url ?? button.web_app?.url ?? button.login_url?.url;
  if (url) {
    const element = link(url, button.text, el("span", { class: "hidden" }, ` (${texts.opened})`));
    element.classList.add("key", "out");
    return element;
  }
  const attributes = { class: `key${button.style ? ` style-${button.style}` : ""}`, type: "button" };
  if (button.callback_data !== undefined) {
    const isWaiting = actions.isWaiting(message.message_id, button.callback_data);
    attributes["data-press"] = button.callback_data;
    attributes["aria-busy"] = String(isWaiting);
    if (isWaiting) attributes.class += " waiting";
    attributes.onclick = () => actions.press(message.message_id, button.callback_data);
  } else if (button.copy_text) {
    attributes.onclick = async () => {
      await navigator.clipboard.writeText(button.copy_text.text);
      toast(texts.copied);
    };
  } else {
    attributes.onclick = () => toast(texts.notHere);
  }
  return el("button", attributes, button.text);
}
