// Elements are built here, never from strings of HTML, so that no text becomes markup.

export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

const SAFE = /^(https?|tg|ton|mailto):/i;

/** A link to elsewhere; plain text where the address is of no kind that is safe to open. */
export function link(url, ...children) {
  if (!SAFE.test(url)) return el("span", { class: "link" }, ...children);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, ...children);
}

const SHADES = 7;

export function avatar(element, id, name) {
  element.dataset.shade = String(Math.abs(Number(id)) % SHADES);
  element.textContent = [...name.trim()][0]?.toUpperCase() ?? "?";
}
