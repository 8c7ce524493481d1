// The card in which a text is changed: it stands at the words, and what it saves goes into the spec's file.

import { Refused, ask, el, link, open, say, specs, write } from "./parts.js";

const card = document.getElementById("card");
card.addEventListener("click", (event) => {
  const words = card.querySelector("textarea");
  if (event.target === card && words?.value === words?.defaultValue) card.close(); // beside it, and nothing is lost
});

/** A card with a title and what stands in it; beside an element where there is one. */
export function show(title, content, beside) {
  card.replaceChildren(el("h2", { id: "card-title" }, title), ...[content].flat());
  card.showModal();
  card.style.removeProperty("left");
  card.style.removeProperty("top");
  if (!beside || innerWidth < 700) return;
  const box = beside.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = card;
  const below = box.bottom + 12 + offsetHeight < innerHeight ? box.bottom + 12 : box.top - 12 - offsetHeight;
  card.style.left = `${Math.max(16, Math.min(box.left, innerWidth - offsetWidth - 16))}px`;
  card.style.top = `${Math.max(16, Math.min(below, innerHeight - offsetHeight - 16))}px`;
}

export function close() {
  card.close();
}

export async function edit(path, text, beside) {
  if (!text.edits && !text.place) return say("this text is the tool's own; no line says it");
  if (!text.edits) return show(text.field, derived(text), beside);
  let written;
  try {
    written = await ask("/written", { spec: path, field: text.edits });
  } catch (refused) {
    return say(refused.message);
  }
  show(text.edits, form(path, text, written), beside);
  card.querySelector("textarea").select();
  return undefined;
}

function derived(text) {
  return [
    el("p", {}, "This text is worked out, or stands in another file."),
    el("p", { class: "acts" }, el("a", { class: "button", href: link(text.place) }, `Open ${text.place.path}:${text.place.line}`)),
  ];
}

function form(path, text, written) {
  const isLong = written.text.includes("\n");
  const rows = Math.min(12, Math.max(2, Math.ceil(written.text.length / 42), written.text.split("\n").length));
  const area = el("textarea", { id: "words", rows, defaultValue: written.text, spellcheck: true, "aria-describedby": "wrong" });
  const wrong = el("p", { id: "wrong", class: "wrong", role: "alert" });
  const keys = (event) => {
    if (event.key === "Enter" && !event.shiftKey && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      made.requestSubmit();
    }
  };
  const save = async (event) => {
    event.preventDefault();
    try {
      const choices = [...made.querySelectorAll("select")].filter((each) => each.value !== each.dataset.was);
      let digest = written.digest;
      if (area.value !== written.text) digest = (await put("/edit", path, text.edits, { text: area.value }, digest)).digest;
      for (const each of choices) {
        digest = (await put("/choose", path, each.name, { choice: each.value }, digest)).digest;
      }
      close();
      say(`${path} is saved`);
    } catch (refused) {
      const more = refused instanceof Refused && refused.status === 409 ? await again() : "";
      wrong.textContent = refused.message + more;
    }
  };
  /** Look at the file as it is now, so that who saves again knows what is written over. */
  const again = async () => {
    const now = await ask("/written", { spec: path, field: text.edits }).catch(() => null);
    if (!now) return "";
    written.digest = now.digest;
    return now.text === written.text ? "" : ` It now says: “${now.text}”.`;
  };
  const made = el(
    "form",
    { onsubmit: save },
    el("label", { htmlFor: "words", class: "quiet" }, `${path}, line ${written.line}`),
    el("div", { onkeydown: keys }, area),
    written.menus.length ? el("div", { class: "menus" }, written.menus.map((each) => menu(each))) : "",
    wrong,
    el(
      "p",
      { class: "acts" },
      el("button", { class: "main" }, "Save"),
      el("button", { type: "button", onclick: close }, "Cancel"),
      el("button", { type: "button", class: "plain", onclick: () => open(link(text.place)) }, `Open at line ${written.line}`),
    ),
  );
  return made;
}

/** A small menu of a field. */
export function menu(each, changed) {
  const name = each.field.replace(/^.*\./, "");
  const was = each.chosen[0] ?? "";
  const options = [...(was ? [] : [""]), ...each.choices].map((value) =>
    el("option", { value, selected: value === was }, value || "as it comes"),
  );
  return el(
    "label",
    { class: "choice", title: each.meaning },
    name,
    el("select", { name: each.field, data: { was }, onchange: changed && ((event) => changed(event.target.value)) }, options),
  );
}

export function put(way, path, field, what, digest) {
  return write(way, { spec: path, field, digest: digest ?? specs.get(path).digest, ...what });
}
