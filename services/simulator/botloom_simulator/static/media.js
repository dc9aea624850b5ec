// Pictures, films and sounds of messages. What can't be shown is named instead.

import * as api from "./api.js";
import { el } from "./dom.js";
import { texts } from "./texts.js";

const NAMES = { video: texts.video, animation: texts.animation, video_note: texts.videoNote };
const ICONS = { video: "🎬", animation: "🎞", video_note: "⏺" };

export function photoElement(message) {
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
  image.addEventListener("error", () => broken(frame, texts.noPhoto));
  return message.has_media_spoiler ? veiled(frame) : frame;
}

/** A video, an animation or a video note: a player; what is no film is shown as a picture. */
export function filmElement(message, file, kind) {
  const address = api.fileAddress(file.file_id);
  const isPicture = file.mime_type?.startsWith("image/");
  const player = isPicture
    ? el("img", { src: address, alt: NAMES[kind], decoding: "async" })
    : el("video", {
      src: address, controls: true, playsinline: true, preload: "metadata", "aria-label": NAMES[kind],
      loop: kind !== "video", width: file.width ?? file.length, height: file.height ?? file.length,
    });
  const frame = el("div", { class: kind === "video_note" ? "photo round" : "photo" }, player);
  player.addEventListener("error", () => broken(frame, `${ICONS[kind]} ${file.file_name ?? NAMES[kind]}`));
  return message.has_media_spoiler ? veiled(frame) : frame;
}

export function soundElement(file, name) {
  const player = el("audio", {
    src: api.fileAddress(file.file_id), controls: true, preload: "none", "aria-label": name,
  });
  const frame = el("div", { class: "sound" }, player);
  player.addEventListener("error", () => frame.replaceChildren(el("span", {}, `🔇 ${name}`)));
  return frame;
}

function broken(frame, text) {
  frame.classList.add("broken");
  frame.replaceChildren(el("span", {}, text));
}

// The first press only lifts the veil.
function veiled(frame) {
  frame.inert = true;
  const cover = el("button", { class: "cover", type: "button", "aria-label": texts.spoiler });
  const veil = el("div", { class: "veiled" }, frame, cover);
  cover.addEventListener("click", () => {
    veil.classList.remove("veiled");
    frame.inert = false;
    cover.remove();
  });
  return veil;
}
