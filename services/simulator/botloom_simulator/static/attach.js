// The "+" of the composer: sends every kind of content, a small placeholder where a file is needed.

import { byId, el } from "./dom.js";
import { toast } from "./dialogs.js";
import { texts } from "./texts.js";

const KINDS = [
  ["photo", "🖼", "photo"], ["video", "🎬", "video"], ["animation", "🎞", "animation"],
  ["document", "📄", "document"], ["audio", "🎵", "audio"], ["voice", "🎙", "voice"],
  ["video_note", "⏺", "videoNote"], ["sticker", "🙂", "sticker"], ["contact", "👤", "contact"],
  ["location", "📍", "location"], ["venue", "🏠", "venue"], ["poll", "📊", "poll"], ["dice", "🎲", "dice"],
];
const CAPTIONED = ["photo", "video", "animation", "document", "audio", "voice"];
const MAX_BYTES = 8 * 2 ** 20;

/** `sendContent(message)` sends one message of the control API; whether it went. */
export function setUpAttachMenu(sendContent) {
  byId("attach-button").setAttribute("aria-label", texts.attach);
  byId("attach").setAttribute("aria-label", texts.attach);
  byId("attach").append(
    entry("📎", texts.file, () => byId("file").click()),
    ...KINDS.map(([kind, icon, word]) => entry(icon, texts[word], () => send(sendContent, { kind }))),
  );
  byId("attach").addEventListener("keydown", move);
  byId("file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) await sendFile(sendContent, file);
  });
}

function entry(icon, name, onclick) {
  const press = () => {
    byId("attach").hidePopover();
    onclick();
  };
  return el("button", { type: "button", onclick: press }, el("span", { "aria-hidden": "true" }, `${icon} `), name);
}

async function send(sendContent, message) {
  const text = byId("text");
  const caption = CAPTIONED.includes(message.kind) ? text.value.trim() : "";
  const isSent = await sendContent(caption ? { ...message, caption } : message);
  if (isSent && caption) text.value = "";
}

async function sendFile(sendContent, file) {
  if (file.size > MAX_BYTES) {
    toast(texts.tooBig);
    return;
  }
  const kind = { image: "photo", video: "video", audio: "audio" }[file.type.split("/")[0]] ?? "document";
  const content = btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
  await send(sendContent, { kind, file: { name: file.name, content } });
}

function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const entries = [...byId("attach").querySelectorAll("button")];
  const at = entries.indexOf(document.activeElement) + step;
  entries[(at + entries.length) % entries.length].focus();
}
