// Takumi behind node's own http, each card kept in memory once it was made: /?text=... on the port that it prints.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const common = await import(pathToFileURL(path.join(process.argv[2], "common.mjs")));
const { Renderer } = createRequire(path.join(common.PEERS, "node", "index.js"))("@takumi-rs/core");
const renderer = new Renderer();
for (const { name, weight, file } of common.fontsFor("w1")) {
  await renderer.registerFont({ name, weight, style: "normal", data: readFileSync(file) });
}
const [width, height] = common.size("w1");
const made = new Map();

function card(text) {
  if (!made.has(text)) {
    common.quotes[0] = text;
    made.set(text, renderer.render(common.toTakumi(common.build("w1", 0)), { width, height, format: "png" }));
  }
  return made.get(text);
}

const server = createServer(async (request, response) => {
  const png = await card(new URL(request.url, "http://localhost").searchParams.get("text"));
  response.writeHead(200, { "content-type": "image/png", "content-length": png.length });
  response.end(png);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
