// What a reader of the page needs, checked in the page itself: names, roles, headings, contrast, targets.
(() => {
  const wrong = [];
  const seen = (each) => each.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const told = (each) => `${each.tagName.toLowerCase()}${each.id && `#${each.id}`}.${each.className?.baseVal ?? each.className}: ${each.textContent.trim().slice(0, 40)}`;
  const name = (each) =>
    (each.getAttribute("aria-label") || each.getAttribute("title") || [...(each.labels ?? [])].map((label) => label.textContent).join(" ") ||
      each.textContent || each.alt || each.value || "").trim();
  for (const each of document.querySelectorAll("a[href], button, select, input, textarea, summary, iframe, [role=group], [role=toolbar]")) {
    if (seen(each) && !name(each)) wrong.push(`without a name: ${told(each)}`);
  }
  for (const each of document.querySelectorAll("img")) if (!each.hasAttribute("alt")) wrong.push(`without alt: ${told(each)}`);
  for (const each of document.querySelectorAll("img.now[src]")) if (!each.alt) wrong.push(`a picture without alt text: ${each.src}`);
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  for (const each of ids) if (ids.filter((other) => other === each).length > 1) wrong.push(`twice: #${each}`);
  for (const each of document.querySelectorAll("[aria-labelledby], [aria-describedby]")) {
    const named = `${each.getAttribute("aria-labelledby") ?? ""} ${each.getAttribute("aria-describedby") ?? ""}`.trim().split(/\s+/);
    if (seen(each)) for (const id of named) if (!document.getElementById(id)) wrong.push(`names #${id}, which is not there: ${told(each)}`);
  }
  if (document.querySelectorAll("main").length !== 1) wrong.push("expected one main");
  const headings = [...document.querySelectorAll("h1, h2, h3")].filter(seen).map((each) => Number(each.tagName[1]));
  if (headings.filter((level) => level === 1).length !== 1) wrong.push(`expected one h1, found ${headings}`);
  headings.forEach((level, at) => at && level > headings[at - 1] + 1 && wrong.push(`a heading of level ${level} behind ${headings[at - 1]}`));
  if (!document.documentElement.lang || !document.title) wrong.push("the page has no language or no title");
  for (const each of document.querySelectorAll("[style]")) if (each.getAttribute("style").includes("javascript")) wrong.push(told(each));
  if (document.querySelector("style, script:not([src]), [onclick]")) wrong.push("there is inline style or script");

  const parse = (text) => (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const behind = (each) => {
    for (let node = each; node; node = node.parentElement) {
      const [r, g, b, alpha = 1] = parse(getComputedStyle(node).backgroundColor);
      if (alpha > 0.99) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = (color) => {
    const [r, g, b] = color.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const each = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !seen(each) || each.closest("noscript, :disabled, .texts, option")) continue;
    const [one, other] = [light(parse(getComputedStyle(each).color).slice(0, 3)), light(behind(each))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const size = parseFloat(getComputedStyle(each).fontSize);
    if (ratio < (size >= 24 ? 3 : 4.5)) wrong.push(`contrast ${ratio.toFixed(2)}: ${told(each)}`);
  }
  for (const each of document.querySelectorAll("button, .button, select, summary, .toggle")) {
    const { width, height } = each.getBoundingClientRect();
    if (seen(each) && (width < 24 || height < 24)) wrong.push(`a target of ${width} x ${height} px: ${told(each)}`); // WCAG 2.2, 2.5.8
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
  return wrong;
})();
