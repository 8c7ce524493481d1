// What all parts of the page are made of: elements, requests, and the state that came from the server.

export const specs = new Map(); // path -> the spec as the server told it
export const about = { editor: "", folder: "", kinds: [] };

/** An element with properties and children; `on…` are listeners, `data` its data attributes, `aria-…` attributes. */
export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(made.dataset, value);
    else if (name === "class") made.className = value;
    else if (name in made && name !== "list" && name !== "role") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const token = document.querySelector("meta[name=token]").content;

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function answered(response) {
  const told = await response.json().catch(() => ({ message: "the answer could not be read" }));
  if (!response.ok) throw new Refused(response.status, told.message || response.statusText);
  return told;
}

export async function ask(path, query = {}) {
  return answered(await fetch(`${path}?${new URLSearchParams(query)}`));
}

export async function write(path, body = {}) {
  const headers = { "content-type": "application/json", "x-visuals-token": token };
  return answered(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** The link that opens an editor at a place. */
export function link(place) {
  const isWhole = /^([A-Za-z]:)?[\\/]/.test(place.path);
  const path = (isWhole ? place.path : `${about.folder}/${place.path}`).replaceAll("\\", "/");
  const written = path.replace(/^(?=[^/])/, "/").split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":");
  const parts = { path: written, line: place.line || 1, column: place.column || 1 };
  return about.editor.replace(/\{(path|line|column)\}/g, (_, name) => parts[name]).replace("file//", "file/");
}

export function open(href) {
  const asked = new CustomEvent("opening", { detail: href, cancelable: true });
  if (document.dispatchEvent(asked)) location.href = href;
}

/** A place as a link: `specs/quote.yaml:3`. */
export function placed(place) {
  return el("a", { class: "place", href: link(place) }, `${place.path}:${place.line || 1}`);
}

export function say(words) {
  document.getElementById("line").textContent = words;
}

/** Messages, each with its place and its way out. */
export function messages(problems) {
  return problems.map((each) =>
    el(
      "li",
      {},
      each.path ? [placed(each), " "] : "",
      el("span", { class: "fact" }, each.message),
      each.hint ? el("span", { class: "hint" }, each.hint) : "",
    ),
  );
}

export function weight(bytes) {
  return bytes >= 999500 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e3)} KB`;
}
