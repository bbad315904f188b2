// Bundles every web/src/*.ts into src/yalu/workbench/static/js, and records beside each bundle which sources
// it was made of, by hash, so that a test without Node can tell a stale one. Files in folders are parts.
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const web = dirname(fileURLToPath(import.meta.url));
const assets = join(web, "../src/yalu/workbench/static");
const names = readdirSync(join(web, "src")).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));

for (const file of names) {
  const name = file.slice(0, -3);
  const out = join(assets, "js", `${name}.js`);
  const made = await build({
    absWorkingDir: web,
    entryPoints: [join("src", file)],
    outfile: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "external",
    metafile: true,
  });
  const own = Object.keys(made.metafile.inputs).filter((path) => path.startsWith("src/")).sort();
  const sources = Object.fromEntries(
    own.map((path) => [path, createHash("sha256").update(readFileSync(join(web, path))).digest("hex")]),
  );
  const bundle = createHash("sha256").update(readFileSync(out)).digest("hex");
  writeFileSync(`${out}.json`, `${JSON.stringify({ bundle, sources }, null, 2)}\n`);
  console.log(`${relative(web, out)}: ${own.length} sources`);
}
copyFileSync(join(web, "node_modules/htmx.org/dist/htmx.min.js"), join(assets, "vendor/htmx.min.js"));
