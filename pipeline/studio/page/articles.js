// The articles of the project: what each wishes for, drafts of that, and the article with its figures.

import { ask, el, messages, say, write } from "./parts.js";

export async function articles(main) {
  document.title = "Articles: Studio";
  main.className = "article";
  const list = el("ul", { class: "list-of-articles" });
  const shown = el("div", { class: "one" });
  main.replaceChildren(el("h1", {}, "Articles"), el("div", { class: "articles" }, list, shown));
  const { articles: found } = await ask("/articles");
  if (!found.length) {
    const label = el("code", {}, "Suggested Visual: a checklist of what I learnt");
    shown.replaceChildren(el("p", { class: "empty" }, "No article of this project wishes for a picture. Write a line such as ", label, " where one belongs."));
  }
  list.replaceChildren(...found.map((each) => el("li", {},
    el("button", { type: "button", class: "plain", onclick: () => one(shown, each) }, each.title || each.path),
    el("span", { class: "quiet" }, `${each.path} · ${many(each.wishes, "wish", "wishes")}, ${many(each.figures, "figure", "figures")} woven`),
  )));
  if (found.length) await one(shown, found[0]);
}

function many(count, one, more) {
  return `${count} ${count === 1 ? one : more}`;
}

async function one(place, article) {
  const { path } = article;
  const said = el("pre", { class: "said", hidden: true, tabIndex: 0, "aria-label": "What the command said" });
  const frame = el("iframe", { title: `${path} with its figures`, src: `/article/page?${new URLSearchParams({ path })}` });
  const wishes = el("ol", { class: "wishes" });
  const count = el("summary", {}, "Its wishes");
  const run = async (way, event) => {
    event.target.disabled = true;
    try {
      const ran = await write(way, { path });
      said.textContent = ran.said;
      said.hidden = !ran.said;
      await tell();
      frame.src = frame.src;
    } catch (refused) {
      say(refused.message);
    }
    event.target.disabled = false;
  };
  const tell = async () => {
    const told = await ask("/article", { path }).catch((refused) => ({ wishes: [], wrong: refused.message }));
    const lacking = told.wishes.filter((wish) => wish.problems.length).length;
    count.textContent = `${many(told.wishes.length, "wish", "wishes")}${lacking ? `, ${lacking} without a figure` : ""}`;
    wishes.replaceChildren(...told.wishes.map((wish) => el("li", {},
      el("a", { href: `#/spec/${encodeURIComponent(wish.spec)}` }, wish.text || wish.spec),
      wish.problems.length ? el("ul", { class: "messages" }, messages(wish.problems)) : "",
    )));
    if (told.wrong) wishes.replaceChildren(el("li", { class: "wrong" }, told.wrong));
  };
  const button = (words, way) => el("button", { type: "button", onclick: (event) => run(way, event) }, words);
  place.replaceChildren(
    el("h2", {}, article.title || path),
    el("p", { class: "acts" }, button("Draft its specs", "/draft"), button("Make the pictures", "/build"), button("Weave the figures in", "/weave")),
    said, el("details", {}, count, wishes), frame,
  );
  await tell();
}
