// The product's own sentences, so that stories find buttons by what people read on them and wording may change freely.

import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../crates/lang/locales/", import.meta.url);
const loaded = new Map();

// The sentence of a message without variables, as `say("web-verify-button")`.
export function sentences(language) {
  if (!loaded.has(language)) loaded.set(language, readAll(new URL(`${language}/`, folder)));
  const messages = loaded.get(language);
  return (id) => {
    const sentence = messages.get(id);
    if (sentence === undefined) throw new Error(`no sentence ${id} in ${language}`);
    return sentence;
  };
}

// Pages say what stands in many of the files; a message stands in one of them.
function readAll(locale) {
  const messages = new Map();
  for (const name of readdirSync(locale).filter((name) => name.endsWith(".ftl"))) {
    for (const line of readFileSync(new URL(name, locale), "utf8").split("\n")) {
      const found = /^([a-z][a-z0-9-]*) = (.*)$/.exec(line);
      if (found) messages.set(found[1], found[2]);
    }
  }
  return messages;
}
