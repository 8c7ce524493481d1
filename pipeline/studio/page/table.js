// The table: one spec, a picture of it large with the others below, and all there is to know of it beside.

import { about, el, link, messages, placed, say } from "./parts.js";
import { menu, edit, put } from "./card.js";
import { arrange, way } from "./studio.js";

const FIRST_MENUS = 6; // the others are folded away

export class Table {
  constructor(path) {
    this.path = path;
    this.figures = new Map();
    this.look = "";
    this.title = el("h1", {});
    this.kind = el("p", { class: "quiet" });
    this.alone = el("ul", { class: "messages is-alone", hidden: true });
    this.shots = el("div", { class: "shots" });
    this.slider = el("input", {
      type: "range", min: 0, max: 100, value: 0, "aria-label": "Before and after the last change",
      oninput: () => this.compare(),
    });
    this.compared = el("div", { class: "compared", hidden: true }, el("span", {}, "as it is"), this.slider, el("span", {}, "before"));
    this.menus = el("div", { class: "menus" });
    this.beside = el("aside", { class: "beside", "aria-label": "About this picture" });
    const head = el("header", {}, el("p", { class: "back" }, el("a", { href: "#" }, "← All pictures")), this.title, this.kind);
    const stage = el("div", { class: "stage" }, this.alone, this.compared, this.shots);
    this.root = el("article", { class: "on-table" }, head, this.menus, stage, this.beside);
    this.shots.addEventListener("shown", (event) => event.detail.isLarge && this.tell());
    addEventListener("click", (event) => {
      for (const each of this.menus.querySelectorAll(".several[open]")) if (!each.contains(event.target)) each.open = false;
    });
  }

  get figure() {
    return this.figures.get(this.look);
  }

  update(spec, look) {
    this.spec = spec;
    this.root.dataset.digest = spec.digest;
    this.title.textContent = spec.name;
    this.kind.replaceChildren(spec.kind.replaceAll("_", " "), " · ", placed({ path: spec.path, line: 1, column: 1 }));
    this.alone.hidden = !(spec.problems.length && !spec.shots.length);
    this.alone.replaceChildren(...(this.alone.hidden ? [] : messages(spec.problems)));
    arrange(this.shots, this.figures, spec, (figure) => { location.hash = way(this.path, figure.shot); });
    const isOther = look && look !== this.look && this.figures.has(look);
    if (isOther) this.look = look;
    if (!this.figures.has(this.look)) this.look = [...this.figures.keys()][0] ?? "";
    for (const [each, figure] of this.figures) {
      figure.isLarge = each === this.look;
      figure.showProblems();
    }
    this.showMenus();
    this.compare();
    this.tell();
    if (isOther) this.figure.root.scrollIntoView({ block: "nearest" });
  }

  compare() {
    this.compared.hidden = !this.figure?.shot.before;
    for (const figure of this.figures.values()) {
      const isCompared = figure === this.figure && !this.compared.hidden && this.slider.valueAsNumber > 0;
      figure.compare(isCompared ? this.slider.valueAsNumber : null);
    }
  }

  /** The menus as they are now; what was open, or had the focus, still is and has. */
  showMenus() {
    const open = new Set([...this.menus.querySelectorAll("details[open]")].map((each) => each.dataset.field));
    const held = this.menus.contains(document.activeElement) ? named(document.activeElement) : "";
    this.fillMenus();
    for (const each of this.menus.querySelectorAll("details")) each.open = open.has(each.dataset.field);
    if (held) [...this.menus.querySelectorAll("select, input, summary")].find((each) => named(each) === held)?.focus();
  }

  fillMenus() {
    const made = this.spec.menus.map((each) => (each.several ? this.several(each) : this.single(each)));
    const rest = made.splice(FIRST_MENUS);
    const more = rest.length ? el("details", { class: "more", data: { field: "" } }, el("summary", {}, "More"), el("div", { class: "menus" }, rest)) : "";
    this.menus.replaceChildren(...made, more);
  }

  single(each) {
    return menu(each, (value) => value && this.choose(each.field, value));
  }

  /** Boxes to tick, folded away: of them at least one. */
  several(each) {
    const pick = () => {
      const ticked = [...list.querySelectorAll("input:checked")].map((box) => box.value);
      const kept = each.chosen.filter((value) => ticked.includes(value));
      const all = [...kept, ...ticked.filter((value) => !kept.includes(value))];
      if (all.length) this.choose(each.field, all);
      else say(`at least one of ${each.field} is needed`);
    };
    const list = el("div", { class: "list" }, each.choices.map((value) =>
      el("label", {}, el("input", { type: "checkbox", value, checked: each.chosen.includes(value), onchange: pick }), ` ${value}`),
    ));
    const shown = each.chosen.join(", ") || "as it comes";
    return el("details", { class: "several", title: each.meaning, data: { field: each.field } }, el("summary", {}, `${each.field}: `, el("b", {}, shown)), list);
  }

  async choose(field, choice) {
    try {
      await put("/choose", this.path, field, { choice });
      say(`${this.path} is saved`);
    } catch (refused) {
      say(refused.message);
    }
  }

  /** All there is to know of the large picture. */
  tell() {
    const page = this.figure?.told_of;
    if (!page) return;
    const held = document.activeElement.closest?.(".beside tr")?.dataset.field;
    const notes = page.notes.map((note) => el("li", {}, note.path ? [placed(note), " "] : "", note.message));
    this.beside.replaceChildren(
      part("Alt text", el("p", {}, page.alt)),
      page.description ? part("Description", el("p", {}, page.description)) : "",
      part("Notes", notes.length ? el("ul", { class: "notes" }, notes) : el("p", { class: "quiet" }, "Nothing was left out, cut or guessed.")),
      part("Texts", this.fields(page)),
      part("Download", this.download()),
    );
    if (held) [...this.beside.querySelectorAll("tr")].find((row) => row.dataset.field === held)?.querySelector("button")?.focus();
  }

  fields(page) {
    const rows = new Map(); // field -> its texts together, as small and as faint as the worst of them
    for (const text of page.texts.filter((each) => each.field)) {
      const known = rows.get(text.field);
      const worse = known && (known.contrast ?? 99) - known.least <= (text.contrast ?? 99) - text.least ? known : text;
      const { contrast, least } = worse;
      rows.set(text.field, known
        ? { ...known, contrast, least, size: Math.min(known.size, text.size), text: `${known.text} ${text.text}` }
        : text);
    }
    return el("table", {}, el("thead", {}, el("tr", {}, ["Text", "px", "Contrast", ""].map((each) => el("th", { scope: "col" }, each)))),
      el("tbody", {}, [...rows.values()].map((text) => this.row(text))));
  }

  row(text) {
    const isFaint = text.contrast !== null && text.contrast < text.least;
    const change = text.edits
      ? el("button", { type: "button", "aria-label": `Edit ${text.edits}`, onclick: (event) => edit(this.path, text, event.target) }, "Edit")
      : "";
    return el("tr", { data: { field: text.field } },
      el("th", { scope: "row" }, text.place ? el("a", { href: link(text.place) }, text.field) : text.field, el("span", { class: "words" }, text.text)),
      el("td", {}, String(Math.round(text.size))),
      el("td", { class: isFaint ? "wrong" : "" }, text.contrast === null ? "photo" : text.contrast.toFixed(1)),
      el("td", {}, change));
  }

  download() {
    const { size, theme } = this.figure.shot;
    const { file = { format: "png", scale: "1" } } = this;
    const format = el("select", { "aria-label": "Format", onchange: () => set() },
      about.formats.map((each) => el("option", { selected: each === file.format }, each)));
    const scale = el("select", { "aria-label": "Scale", onchange: () => set() },
      ["1", "2", "3"].map((each) => el("option", { value: each, selected: each === file.scale }, `${each} ×`)));
    const go = el("a", { class: "button", download: "" }, "Download");
    const set = () => {
      this.file = { format: format.value, scale: scale.value };
      const query = { spec: this.path, size, theme, format: format.value, scale: scale.value, page: this.figure.page + 1 };
      go.href = `/download?${new URLSearchParams(query)}`;
    };
    set();
    return el("p", { class: "acts" }, format, scale, go);
  }
}

/** What tells a control of a menu from the others. */
function named(each) {
  return [each.tagName, each.name, each.closest("details")?.dataset.field, each.value].join(" ");
}

function part(title, ...content) {
  return el("section", {}, el("h2", {}, title), content);
}
