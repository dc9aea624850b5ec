// Messages as elements: bubbles with content, text and inline keyboard, and notes between.

import { contentElement, FILLING, kindOf, LOOSE } from "./contents.js";
import { el } from "./dom.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./inline_buttons.js";
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

export const isOwn = (message) => Boolean(message.from && !message.from.is_bot);

/** `actions`: `command(text)`, `press(messageId, data)`, `isWaiting(messageId, data)`,
 * `startInline(query)`. */
export function messageElement(message, actions) {
  return el(
    "li",
    { class: `message ${isOwn(message) ? "own" : "theirs"}`, "data-message": message.message_id, "data-date": message.date },
    el("div", { class: "block" }, sender(message), bubble(message, actions), inlineKeyboard(message, actions)),
  );
}

export const sender = (message) =>
  el("span", { class: "hidden" }, `${isOwn(message) ? texts.you : message.from?.first_name ?? ""}: `);

export function bubble(message, actions) {
  const kind = kindOf(message);
  const content = contentElement(message);
  const shown = message.text ?? message.caption;
  const entities = message.text ? message.entities : message.caption_entities;
  const text = shown ? el("div", { class: "text" }, formatted(shown, entities, actions.command)) : null;
  const isFilled = FILLING.includes(kind);
  const classes = ["bubble", isFilled && "with-photo", isFilled && !text && "bare", LOOSE.includes(kind) && "loose"];
  const element = el(
    "div", { class: classes.filter(Boolean).join(" ") },
    origin(message), quote(message),
    ...(message.show_caption_above_media ? [text, content] : [content, text]),
  );
  // In the text it flows around the time; a photo alone has it in its corner.
  (text ?? element).append(meta(message));
  return element;
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = from.sender_user?.first_name ?? from.chat?.title ?? "";
  return el("p", { class: "origin" }, say(texts.forwarded, { name }));
}

function quote(message) {
  const to = message.reply_to_message;
  if (!to) return null;
  const shown = to.text ?? to.caption ?? texts[kindOf(to) ?? "message"] ?? "";
  return el("blockquote", { class: "quote", "aria-label": texts.replyTo }, el("span", {}, shown));
}

function meta(message) {
  const date = new Date(message.date * 1000);
  const isEdited = message.edit_date && (message.text || message.caption);
  return el(
    "span", { class: "meta" },
    message.has_protected_content ? el("span", { class: "lock", role: "img", "aria-label": texts.isProtected }, "🔒 ") : null,
    isEdited ? `${texts.edited} ` : null,
    el("time", { datetime: date.toISOString() }, TIME.format(date)),
    isOwn(message) ? el("span", { class: "ticks", "aria-hidden": "true" }) : null,
  );
}
