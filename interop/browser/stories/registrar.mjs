// The study department hands in a sheet with one good and one bad row, issues the good one, finds it, and revokes it.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

export async function tell(scene) {
  await scene.logIn("registrar", scene.demo.links.registrar);
  const page = await scene.visitor({ language: "en", role: "registrar" });
  const home = await page.goto(`${scene.origin}/en/staff`);
  scene.inspectPrivacy(home, "study department");
  await scene.inspect(page, "study department");

  const sheet = await newcomers(scene.demo.folder);
  await handIn(scene, page, sheet);
  await issue(scene, page);
  await find(scene, page, sheet.family);
  await revoke(scene, page);
  await outsiders(scene);
}

// A sheet like the demo's own, with someone new and someone impossible.
async function newcomers(folder) {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".csv"))
    .map((entry) => path.join(entry.path, entry.name))
    .sort();
  if (files.length === 0) throw new Error("the demo left no .csv");
  const text = (await readFile(files[0], "utf8")).replace(/^\uFEFF/, "");
  const [header, row] = text.split(/\r?\n/).filter((line) => line && !line.startsWith("#"));
  return { file: files[0], header, row, family: "Nováčková" };
}

async function handIn(scene, page, sheet) {
  const separator = sheet.header.includes(";") ? ";" : ",";
  const columns = sheet.header.split(separator).map((name) => name.trim());
  const column = (pattern) => columns.findIndex((name) => pattern.test(name));
  const cells = sheet.row.split(separator);
  const row = (changes) => {
    const changed = [...cells];
    for (const [at, value] of changes) if (at >= 0) changed[at] = value;
    return changed.join(separator);
  };
  const [person, family, mail] = [/person|osob|id$/i, /family|příjmení/i, /mail/i].map(column);
  const born = column(/birth|narozen/i);
  const good = row([[person, "NOVA-0001"], [family, sheet.family], [mail, "nova@example.org"]]);
  const bad = row([[person, "NOVA-0002"], [family, "Chybná"], [mail, "chybna@example.org"], [born, "31. 2. 2001"]]);
  const text = [sheet.header, good, bad, ""].join("\r\n");

  const unit = page.getByLabel(page.say("web-sheet-unit"), { exact: true });
  const named = path.basename(sheet.file, ".csv");
  const values = await unit.locator("option").evaluateAll((options) => options.map((option) => option.value));
  const value = values.find((it) => it && named.includes(it)) ?? values.find(Boolean);
  await unit.selectOption(value);
  await page.locator("input[type=file]").setInputFiles({
    name: "sheet.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  await page.getByRole("button", { name: page.say("web-sheet-check") }).click();
  await page.getByRole("heading", { level: 1, name: page.say("web-check-title") }).waitFor();
  await scene.inspect(page, "check of the results");
  const complaint = page.getByRole("row").filter({ has: page.getByRole("cell", { name: "3", exact: true }) });
  scene.check("the bad row is named by its line", (await complaint.count()) >= 1);
}

async function issue(scene, page) {
  await page.getByRole("main").locator("form button").click();
  await page.getByRole("heading", { level: 1, name: page.say("web-batch-title") }).waitFor();
  await scene.inspect(page, "progress of issuing");
  await page.getByRole("row").filter({ hasText: page.say("web-state-valid") }).first().waitFor();
  scene.check("the good row is issued", true);
}

async function find(scene, page, family) {
  await page.goto(`${scene.origin}/en/staff`);
  // Without accents, as people type in a hurry.
  await page.getByLabel(page.say("web-find-label")).fill(family.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
  await page.getByRole("button", { name: page.say("web-search") }).click();
  await scene.inspect(page, "issued micro-credentials");
  await page.getByRole("rowheader").getByRole("link", { name: family }).click();
  await scene.inspect(page, "one micro-credential");
}

async function revoke(scene, page) {
  await page.getByRole("link", { name: page.say("web-revoke-open") }).click();
  await scene.inspect(page, "revocation");
  await page.getByLabel(page.say("web-reason-issued-in-error")).check();
  await page.getByRole("button", { name: page.say("web-revoke-next") }).click();
  await scene.inspect(page, "confirmation of a revocation");
  await page.getByRole("button", { name: page.say("web-revoke-do") }).click();
  await page.getByText(page.say("web-revoke-done")).waitFor();
  scene.check("it says revoked", await page.getByText(page.say("web-state-revoked"), { exact: true }).first().isVisible());
}

// Whoever is not logged in, or is logged in as a holder, sees nothing of this.
async function outsiders(scene) {
  await scene.logIn("holder", scene.demo.links.holder);
  for (const role of [undefined, "holder"]) {
    const page = await scene.visitor({ role });
    const response = await page.goto(`${scene.origin}/en/staff`);
    const who = role ?? "a stranger";
    scene.check(`${who} is not let into the study department`, [401, 403, 404].includes(response.status()), response.status());
  }
}
