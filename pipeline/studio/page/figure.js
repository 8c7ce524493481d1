// A picture on the page: it is fetched once it is seen, swapped when it changed, and its words can be clicked.

import { ask, el, link, messages, open, weight } from "./parts.js";
import { edit } from "./card.js";

const DOUBLE_MS = 240; // from a first click to a second one
const made = new Map(); // key -> what the server told of that picture
const waiting = []; // figures whose pictures nobody has asked for yet
let asked = 0;

/** Ask for a picture, few at a time: a browser has six lines to a server, and the pictures themselves need some. The large
 * one is first, then those in view; who is no longer on the page is not asked for: null. */
async function fetched(figure, key) {
  if (made.has(key)) return made.get(key);
  if (asked >= 2) await new Promise((go) => waiting.push({ figure, go }));
  asked += 1;
  try {
    if (!figure.root.isConnected) return null;
    made.set(key, await ask("/picture", { spec: figure.path, key }));
    return made.get(key);
  } finally {
    asked -= 1;
    const large = waiting.findIndex((each) => each.figure.isLarge);
    const next = large >= 0 ? large : waiting.findIndex((each) => each.figure.isInView);
    waiting.splice(next, 1)[0]?.go(); // of -1 the last one
  }
}

const watcher = new IntersectionObserver(
  (entries) => entries.forEach((entry) => entry.isIntersecting && entry.target.shot?.load()),
  { rootMargin: "400px" },
);

export class Figure {
  /** `chosen` is called when somebody wants to look at this picture. */
  constructor(path, chosen) {
    this.path = path;
    this.image = el("img", { class: "now", alt: "", decoding: "async", draggable: false });
    this.before = el("img", { class: "before", alt: "", hidden: true });
    this.zones = el("div", { class: "zones", "aria-hidden": "true" });
    this.texts = el("div", { class: "texts", role: "group", "aria-label": "Texts in this picture", inert: true });
    this.said = el("ul", { class: "messages", hidden: true });
    this.frame = el("div", { class: "frame" }, this.image, this.before, this.zones, this.texts, this.said);
    this.choose = el("button", { type: "button", class: "name", onclick: () => chosen(this) });
    this.told = el("span", { class: "told" });
    this.noted = el("span", { class: "noted" });
    this.pages = el("span", { class: "pages" });
    const caption = el("figcaption", {}, this.choose, this.told, this.noted, this.pages);
    this.root = el("figure", { class: "shot" }, this.frame, caption);
    this.root.shot = this;
    this.page = 0;
    this.frame.addEventListener("click", (event) => {
      if (!this.isLarge && event.target.closest("a.place") === null) chosen(this);
    });
    this.texts.addEventListener("keydown", (event) => this.move(event));
    watcher.observe(this.root);
  }

  get isLarge() {
    return this.root.classList.contains("is-large");
  }

  /** Of a small picture the words are not there to be clicked: it is looked at first. */
  set isLarge(isLarge) {
    this.root.classList.toggle("is-large", isLarge);
    this.choose.setAttribute("aria-pressed", isLarge);
    this.texts.inert = !isLarge;
  }

  get isInView() {
    const { top, bottom } = this.root.getBoundingClientRect();
    return this.root.isConnected && bottom > 0 && top < innerHeight;
  }

  get told_of() {
    return this.made?.pages?.[this.page];
  }

  update(shot, problems) {
    this.shot = shot;
    this.specProblems = problems;
    this.choose.textContent = `${shot.size} · ${shot.theme}`;
    this.choose.setAttribute("aria-label", `${this.path.replace(/^.*[\\/]/, "")}, ${shot.size} · ${shot.theme}`);
    this.root.style.setProperty("--ratio", shot.width / shot.height);
    Object.assign(this.root.dataset, { look: `${shot.size} ${shot.theme}`, wanted: shot.key });
    this.showProblems();
    const box = this.root.getBoundingClientRect();
    if (this.root.isConnected && box.bottom > -400 && box.top < innerHeight + 400) this.load();
  }

  async load() {
    const { key } = this.shot;
    if (this.wanted === key) return;
    this.wanted = key;
    const told = await fetched(this, key).catch(() => null); // it has changed meanwhile, and that is told, too
    if (this.wanted !== key) return;
    if (!told) this.wanted = "";
    if (!told) return;
    this.made = told;
    this.page = Math.min(this.page, Math.max(0, this.made.pages.length - 1));
    if (this.told_of) await this.swap();
    this.showProblems();
  }

  /** Show the page of the picture that was made, once it is decoded: there is no moment without a picture. */
  async swap() {
    const page = this.told_of;
    const next = new Image();
    next.src = page.src;
    await next.decode().catch(() => undefined);
    if (page !== this.told_of) return;
    this.image.src = page.src;
    this.image.alt = page.alt;
    this.root.dataset.key = this.shot.key;
    this.root.style.setProperty("--ratio", page.width / page.height);
    this.told.textContent = `${page.width} × ${page.height}, ${weight(page.bytes)}`;
    this.noted.textContent = ["", "1 note"][page.notes.length] ?? `${page.notes.length} notes`;
    this.pages.replaceChildren(...this.turns());
    this.showZones();
    this.showTexts();
    this.root.dispatchEvent(new CustomEvent("shown", { bubbles: true, detail: this }));
  }

  turns() {
    const count = this.made.pages.length;
    if (count < 2) return [];
    const turn = (by, words) =>
      el("button", {
        type: "button", disabled: !this.made.pages[this.page + by], "aria-label": words,
        onclick: () => { this.page += by; this.swap(); },
      }, by < 0 ? "←" : "→");
    return [turn(-1, "Previous page"), `page ${this.page + 1} of ${count}`, turn(1, "Next page")];
  }

  showProblems() {
    const problems = [...this.specProblems, ...(this.made?.problems ?? [])];
    const isFirst = this.isLarge || !this.root.previousElementSibling;
    this.root.classList.toggle("is-old", problems.length > 0);
    this.said.hidden = !problems.length || !(isFirst || !this.specProblems.length);
    this.said.replaceChildren(...(this.said.hidden ? [] : messages(problems)));
  }

  showZones() {
    const { width, height, hidden } = this.shot;
    const [top, right, bottom, left] = hidden;
    const share = (part, whole) => `${(100 * part) / whole}%`;
    const zone = (side, property, part, whole) => {
      const made = el("div", { class: `zone ${side}` });
      made.style[property] = share(part, whole);
      return part ? [made] : [];
    };
    this.zones.replaceChildren(
      ...zone("top", "height", top, height), ...zone("bottom", "height", bottom, height),
      ...zone("left", "width", left, width), ...zone("right", "width", right, width),
    );
  }

  showTexts() {
    const page = this.told_of;
    const at = [...this.texts.children].indexOf(document.activeElement);
    this.texts.replaceChildren(...page.texts.map((text, number) => this.box(text, page, number)));
    if (at >= 0) this.texts.children[Math.min(at, page.texts.length - 1)]?.focus();
  }

  box(text, page, number) {
    const [x, y, width, height] = text.box;
    const isFaint = text.contrast !== null && text.contrast < text.least;
    const contrast = text.contrast === null ? "on a picture" : `contrast ${text.contrast}`;
    const onPhone = (text.size * 360) / page.width;
    const where = text.place ? `line ${text.place.line}` : "";
    const words = [`${text.field || "text"}: ${text.text}`, `${text.size} px`, contrast, where];
    const box = el("a", {
      class: ["text", isFaint && "is-faint", text.is_hidden && "is-hidden", x + width > 0.86 * page.width && "is-right"]
        .filter(Boolean).join(" "),
      href: text.place ? link(text.place) : undefined,
      tabIndex: number ? -1 : 0,
      "aria-label": words.filter(Boolean).join(", "),
      title: `${text.field}\n${text.size} px, ${onPhone.toFixed(1)} px on a phone, ${contrast}`,
      data: { field: text.field, edits: text.edits, told: `${Math.round(text.size)} · ${text.contrast?.toFixed(1) ?? "?"}`,
        phone: `${onPhone.toFixed(1)} px` },
      onclick: (event) => this.click(event, text, box),
      ondblclick: (event) => { event.preventDefault(); this.edit(text, box); },
    });
    Object.assign(box.style, {
      left: `${(100 * x) / page.width}%`, top: `${(100 * y) / page.height}%`,
      width: `${(100 * width) / page.width}%`, height: `${(100 * height) / page.height}%`,
    });
    return box;
  }

  click(event, text, box) {
    event.preventDefault();
    clearTimeout(this.waiting);
    if (!this.isLarge && event.detail) return; // the frame takes it: a small picture is looked at first
    if (event.pointerType === "touch") this.edit(text, box);
    else if (!event.detail) open(box.href); // from the keyboard
    else if (text.place) this.waiting = setTimeout(() => open(box.href), DOUBLE_MS);
  }

  edit(text, box) {
    clearTimeout(this.waiting);
    edit(this.path, text, box);
  }

  /** Arrows go from text to text; F2 edits. */
  move(event) {
    const boxes = [...this.texts.children];
    const at = boxes.indexOf(document.activeElement);
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -boxes.length, End: boxes.length };
    if (event.key === "F2" && at >= 0) return this.edit(this.told_of.texts[at], boxes[at]);
    if (!(event.key in steps) || at < 0) return undefined;
    event.preventDefault();
    const next = boxes[Math.max(0, Math.min(boxes.length - 1, at + steps[event.key]))];
    boxes[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    return undefined;
  }

  /** Show the picture as it was before the last change, up to a share of its width; null shows it as it is. */
  compare(share) {
    const { before } = this.shot;
    this.before.hidden = share === null || !before;
    this.frame.classList.toggle("is-compared", !this.before.hidden);
    if (this.before.hidden) return;
    const src = `/picture/${before}/${this.page + 1}.png`;
    if (!this.before.src.endsWith(src)) this.before.src = src;
    this.before.style.clipPath = `inset(0 ${100 - share}% 0 0)`;
    this.frame.style.setProperty("--cut", `${share}%`);
  }
}
