// Tells every story to a real browser and prints `ok WHAT` or `not ok WHAT: WHY` for each check in it.
//
// Told by `cargo xtask test` through the environment: SIGNET_DEMO (the introduction of a running `signet demo --json`),
// SIGNET_CHROMIUM, SIGNET_NODE_MODULES, SIGNET_PICTURES (a folder for pictures of failures).
// A story's name as an argument tells only that story.

import { pathToFileURL } from "node:url";
import { readdir } from "node:fs/promises";
import path from "node:path";

import { openStage } from "./stage.mjs";

const folder = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "stories");
const wanted = process.argv.slice(2);
const names = (await readdir(folder))
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => path.basename(file, ".mjs"))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const stage = await openStage();
try {
  for (const name of names) {
    const { tell } = await import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
    await stage.tell(name, tell);
  }
} finally {
  await stage.close();
}
process.exitCode = stage.failures > 0 || stage.checks === 0 ? 1 : 0;
