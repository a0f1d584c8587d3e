// The product's own sentences, so that stories find buttons by what people read on them and wording may change freely.

import { readFileSync } from "node:fs";

const folder = new URL("../../crates/lang/locales/", import.meta.url);
const loaded = new Map();

// The sentence of a message without variables, as `say("web-verify-button")`.
export function sentences(language) {
  if (!loaded.has(language)) loaded.set(language, read(new URL(`${language}/web.ftl`, folder)));
  const messages = loaded.get(language);
  return (id) => {
    const sentence = messages.get(id);
    if (sentence === undefined) throw new Error(`no sentence ${id} in ${language}`);
    return sentence;
  };
}

function read(file) {
  const messages = new Map();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const found = /^([a-z][a-z0-9-]*) = (.*)$/.exec(line);
    if (found) messages.set(found[1], found[2]);
  }
  return messages;
}
