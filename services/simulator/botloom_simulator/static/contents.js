// What a message shows besides its text: files, places, contacts, polls, dice.

import * as api from "./api.js";
import { el, link } from "./dom.js";
import { filmElement, photoElement, soundElement } from "./media.js";
import { say, texts } from "./texts.js";

const KB = 1024;

/** Kinds that fill their bubble, and those that stand without one. */
export const FILLING = ["photo", "video", "animation"];
export const LOOSE = ["video_note", "sticker", "dice"];

// An animation is a document, too, and a venue a location: the first that is there counts.
const KINDS = {
  photo: photoElement,
  animation: (message) => filmElement(message, message.animation, "animation"),
  video: (message) => filmElement(message, message.video, "video"),
  video_note: (message) => filmElement(message, message.video_note, "video_note"),
  voice: (message) => soundElement(message.voice, texts.voice),
  audio: audioElement,
  document: documentElement,
  sticker: stickerElement,
  venue: venueElement,
  location: locationElement,
  contact: contactElement,
  poll: pollElement,
  dice: ({ dice }) => el("div", { class: "dice" }, el("span", { "aria-hidden": "true" }, dice.emoji), ` ${dice.value}`),
};

export const kindOf = (message) => Object.keys(KINDS).find((kind) => message[kind]) ?? null;

/** The element; null for a message that is text alone. */
export function contentElement(message) {
  const kind = kindOf(message);
  if (!kind) return null;
  const element = KINDS[kind](message);
  element.dataset.kind = kind;
  return element;
}

export function card(icon, title, detail, ...more) {
  return el(
    "div", { class: "card" },
    el("span", { class: "card-icon", "aria-hidden": "true" }, icon),
    el("div", { class: "card-text" }, el("strong", {}, title), detail ? el("small", {}, detail) : null, ...more),
  );
}

function sizeOf(file) {
  if (!file.file_size) return null;
  return file.file_size < KB ? `${file.file_size} B` : `${Math.ceil(file.file_size / KB)} KB`;
}

function documentElement({ document: file }) {
  const detail = [sizeOf(file), file.mime_type].filter(Boolean).join(" · ");
  return el(
    "a", { class: "file", href: api.fileAddress(file.file_id), target: "_blank", rel: "noopener noreferrer", download: file.file_name ?? true },
    card("📄", file.file_name ?? texts.document, detail),
  );
}

function audioElement({ audio }) {
  const title = audio.title ?? audio.file_name ?? texts.audio;
  return el("div", { class: "stack" }, card("🎵", title, audio.performer ?? sizeOf(audio)), soundElement(audio, title));
}

function stickerElement({ sticker }) {
  const image = el("img", {
    src: api.fileAddress(sticker.file_id), alt: `${texts.sticker} ${sticker.emoji ?? ""}`.trim(),
    width: 160, height: 160, decoding: "async",
  });
  const frame = el("div", { class: "sticker" }, image);
  image.addEventListener("error", () => frame.replaceChildren(el("span", {}, sticker.emoji ?? texts.sticker)));
  return frame;
}

function coordinates({ latitude, longitude }) {
  const place = `${latitude},${longitude}`;
  return link(
    `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`,
    place, el("span", { class: "hidden" }, ` (${texts.opened})`),
  );
}

function locationElement({ location }) {
  return card("📍", texts.location, null, coordinates(location));
}

function venueElement({ venue }) {
  return card("📍", venue.title, venue.address, coordinates(venue.location));
}

function contactElement({ contact }) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return card("👤", name, contact.phone_number);
}

function pollElement({ poll }) {
  const kind = poll.type === "quiz" ? texts.quiz : texts.poll;
  const options = poll.options.map((option, number) => {
    const isCorrect = (poll.correct_option_ids ?? [poll.correct_option_id]).includes(number);
    return el("li", { class: isCorrect ? "correct" : null }, option.text);
  });
  return el(
    "div", { class: "poll" },
    el("strong", {}, poll.question),
    el("small", {}, poll.is_anonymous ? say(texts.anonymous, { kind }) : kind),
    el("ul", {}, ...options),
    poll.explanation ? el("small", {}, poll.explanation) : null,
  );
}
