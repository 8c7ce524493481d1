// An article in MDX -> a page, as React makes it: what Docusaurus does with its content.
import { readFileSync, writeFileSync } from "node:fs";
import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import * as runtime from "react/jsx-runtime";

const [article, page] = process.argv.slice(2);
const text = readFileSync(article, "utf8").replace(/^---\n[^]*?\n---\n/, "");
const { default: Article } = await evaluate(text, runtime);
writeFileSync(page, renderToStaticMarkup(createElement(Article)));
