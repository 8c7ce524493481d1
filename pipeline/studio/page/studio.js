// The page: all specs on a wall, one of them on the table, and what the server tells of changes.

import { about, el, messages, say, specs } from "./parts.js";
import { Figure } from "./figure.js";
import { Table } from "./table.js";

const main = document.getElementById("main");
const sections = new Map(); // path -> the section of the wall
let table = null;
let problems = [];

class Section {
  constructor(path) {
    this.path = path;
    this.figures = new Map();
    this.title = el("h2", {});
    this.kind = el("p", { class: "quiet" });
    this.alone = el("ul", { class: "messages is-alone", hidden: true });
    this.shots = el("div", { class: "shots" });
    this.root = el("section", { class: "spec", data: { path } }, el("header", {}, this.title, this.kind), this.alone, this.shots);
  }

  update(spec) {
    this.title.replaceChildren(el("a", { href: way(this.path) }, spec.name));
    this.kind.textContent = [spec.kind.replaceAll("_", " "), spec.problems.length ? "cannot be read now" : ""]
      .filter(Boolean).join(" · ");
    this.alone.hidden = !(spec.problems.length && !spec.shots.length);
    this.alone.replaceChildren(...(this.alone.hidden ? [] : messages(spec.problems)));
    arrange(this.shots, this.figures, spec, (figure) => { location.hash = way(this.path, figure.shot); });
  }
}

/** The figures of a spec in a place: those that were there stay, so that nothing flickers. */
export function arrange(place, figures, spec, chosen) {
  const looks = spec.shots.map((shot) => `${shot.size} ${shot.theme}`);
  for (const look of [...figures.keys()].filter((each) => !looks.includes(each))) {
    figures.get(look).root.remove();
    figures.delete(look);
  }
  spec.shots.forEach((shot, at) => {
    if (!figures.has(looks[at])) figures.set(looks[at], new Figure(spec.path, chosen));
    const figure = figures.get(looks[at]);
    if (place.children[at] !== figure.root) place.insertBefore(figure.root, place.children[at] ?? null);
    figure.update(shot, spec.problems);
  });
}

export function way(path, shot) {
  return `#/spec/${encodeURIComponent(path)}${shot ? `/${shot.size}/${shot.theme}` : ""}`;
}

/** The wall: a section for each spec, in the order of their paths. */
function wall() {
  main.className = "wall";
  document.title = `Studio${about.project ? `: ${about.project}` : ""}`;
  for (const path of [...sections.keys()].filter((each) => !specs.has(each))) sections.delete(path);
  const wrong = problems.length ? el("ul", { class: "messages is-alone" }, messages(problems)) : "";
  const none = specs.size || problems.length ? "" : el("p", { class: "empty" }, "Reading the specs …");
  const shown = [...specs.keys()].sort().map((path) => section(path).root);
  main.replaceChildren(el("h1", {}, "All pictures"), ...[wrong, none].filter(Boolean), ...shown);
  shown.forEach((each) => sections.get(each.dataset.path).update(specs.get(each.dataset.path)));
}

function section(path) {
  if (!sections.has(path)) sections.set(path, new Section(path));
  return sections.get(path);
}

/** A spec that has changed, or is new, in its place on the wall. */
function hang(path) {
  const { root } = section(path);
  if (!root.isConnected) {
    main.querySelector(".empty")?.remove();
    main.insertBefore(root, [...main.querySelectorAll(".spec")].find((each) => each.dataset.path > path) ?? null);
  }
  section(path).update(specs.get(path));
}

async function route() {
  const [, page, path, size, theme] = location.hash.split("/").map(decodeURIComponent);
  if (page === "articles") {
    const { articles } = await import("./articles.js");
    table = null;
    return articles(main);
  }
  if (page !== "spec" || !specs.has(path)) {
    table = null;
    return wall();
  }
  if (table?.path !== path) {
    table = new Table(path);
    main.replaceChildren(table.root);
    main.className = "table";
    scrollTo(0, 0);
  }
  document.title = `${specs.get(path).name}: Studio`;
  return table.update(specs.get(path), size && `${size} ${theme}`);
}

/** Whether the address asks for a spec, which was not known yet. */
function isWanted(path) {
  return location.hash.startsWith(way(path));
}

function took(name, told) {
  if (name === "all") {
    Object.assign(about, { editor: told.editor, folder: told.folder, kinds: told.kinds, formats: told.formats, project: told.project });
    document.getElementById("project").textContent = told.project;
    problems = told.problems;
    specs.clear();
    told.specs.forEach((spec) => specs.set(spec.path, spec));
    pen(told);
  } else if (name === "spec") {
    const was = specs.get(told.path);
    specs.set(told.path, told);
    if (told.problems.length) say(`${told.path}: ${told.problems[0].message}`);
    else if (was?.problems.length) say(`${told.path}: all is well again`);
  } else if (name === "gone") specs.delete(told.path);
  else if (name === "pen") return pen(told);
  if (name === "spec" && table?.path === told.path) return table.update(told);
  if (name === "spec" && main.className === "wall" && !isWanted(told.path)) return hang(told.path);
  return main.className === "article" ? undefined : route();
}

function pen({ undo, redo }) {
  document.getElementById("undo").disabled = !undo;
  document.getElementById("redo").disabled = !redo;
}

function listen() {
  const source = new EventSource("/events");
  for (const name of ["all", "spec", "gone", "pen"]) {
    source.addEventListener(name, (event) => took(name, JSON.parse(event.data)));
  }
  source.addEventListener("open", () => { document.body.classList.remove("is-alone"); say(""); });
  source.addEventListener("error", () => {
    document.body.classList.add("is-alone");
    say("The studio does not answer; this page tries again.");
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  });
}

addEventListener("hashchange", route);
document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); main.focus(); });
import("./tools.js");
listen();
