// The tools at the top: how pictures are shown, undo and redo, and a new spec.

import { about, el, say, write } from "./parts.js";
import { close, show } from "./card.js";

const root = document.documentElement;

for (const name of ["phone", "zones", "texts"]) {
  const box = document.getElementById(name);
  box.addEventListener("change", () => root.classList.toggle(`with-${name}`, box.checked));
  root.classList.toggle(`with-${name}`, box.checked);
}

const vision = document.getElementById("vision");
const see = () => { root.dataset.vision = vision.value; };
vision.addEventListener("change", see);
see();

async function turn(way) {
  try {
    const spec = await write(way);
    say(`${spec.path} is as it was ${way === "/undo" ? "before" : "after"} the change`);
  } catch (refused) {
    say(refused.message);
  }
}

document.getElementById("undo").addEventListener("click", () => turn("/undo"));
document.getElementById("redo").addEventListener("click", () => turn("/redo"));
addEventListener("keydown", (event) => {
  const isWriting = event.target.closest?.("textarea, input, select, dialog");
  if (isWriting || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
  event.preventDefault();
  turn(event.shiftKey ? "/redo" : "/undo");
});

document.getElementById("new").addEventListener("click", () => {
  const kind = el("select", { id: "kind" }, about.kinds.map((each) => el("option", { value: each }, each.replaceAll("_", " "))));
  const name = el("input", { id: "name", required: true, autocomplete: "off", pattern: "[^_.\\/][^\\/]*", value: "my_picture" });
  const wrong = el("p", { class: "wrong", role: "alert" });
  const make = async (event) => {
    event.preventDefault();
    try {
      const { path } = await write("/new", { kind: kind.value, name: name.value });
      close();
      location.hash = `#/spec/${encodeURIComponent(path)}`;
    } catch (refused) {
      wrong.textContent = refused.message;
    }
  };
  show("A new spec", el(
    "form",
    { onsubmit: make, class: "rows" },
    el("label", {}, "Kind ", kind),
    el("label", {}, "Name ", name),
    wrong,
    el("p", { class: "acts" }, el("button", { class: "main" }, "Write it"), el("button", { type: "button", onclick: close }, "Cancel")),
  ));
});
