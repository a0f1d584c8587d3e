// The study department hands in a sheet with one good and one bad row, issues the good one, finds it, and revokes it.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

// A name no one in the demo has.
const FAMILY = "Nejnovější";

export async function tell(scene) {
  await scene.logIn("registrar", scene.demo.links.registrar);
  const page = await scene.visitor({ language: "en", role: "registrar" });
  const home = await page.goto(`${scene.origin}/en/staff/results`);
  scene.inspectPrivacy(home, "study department");
  await scene.inspect(page, "study department");

  await handIn(scene, page);
  await issue(scene, page);
  await find(scene, page);
  await revoke(scene, page);
  await outsiders(scene);
}

// The demo's own sheets, by the unit they belong to.
async function sheets(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".csv"));
  return new Map(files.map((entry) => [path.basename(entry.name, ".csv"), path.join(entry.path, entry.name)]));
}

// A sheet like the demo's own: its first row twice, as someone new and as someone who cannot be.
function newcomers(text) {
  const [header, first] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const separator = [";", "\t", ","].find((it) => header.includes(it));
  const columns = header.split(separator);
  const row = (changes) => {
    const cells = first.split(separator);
    for (const [name, value] of changes) cells[columns.findIndex((column) => name.test(column))] = value;
    return cells.join(separator);
  };
  const [person, family, born] = [/^(person id|osobní číslo|učo)$/i, /family|příjmení/i, /date of birth|datum narození/i];
  const good = row([[person, "NOVA-0001"], [family, FAMILY], [born, "1. 5. 1990"]]);
  const bad = row([[person, "NOVA-0002"], [family, "Chybná"], [born, "31. 2. 2001"]]);
  return [header, good, bad, ""].join("\r\n");
}

async function handIn(scene, page) {
  const choice = page.getByLabel(page.say("web-staff-sheet-unit"), { exact: true });
  const units = await choice.locator("option").evaluateAll((options) => options.map((option) => option.value));
  const ours = await sheets(scene.demo.folder);
  const unit = units.find((it) => ours.has(it));
  scene.check("the units of the demo are offered", unit !== undefined, units.join(", "));
  await choice.selectOption(unit);
  await page.locator("input[type=file]").setInputFiles({
    name: "sheet.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(newcomers(await readFile(ours.get(unit), "utf8"))),
  });
  await page.getByRole("button", { name: page.say("web-staff-sheet-check"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: page.say("web-staff-check-title") }).waitFor();
  await scene.inspect(page, "check of the results");
  const complaint = page.getByRole("row").filter({ has: page.getByRole("cell", { name: "3", exact: true }) });
  scene.check("the bad row is named by its line", (await complaint.count()) >= 1);
}

async function issue(scene, page) {
  await page.getByRole("main").locator("form button").click();
  await page.getByRole("heading", { level: 1, name: page.say("web-staff-batch-title") }).waitFor();
  await scene.inspect(page, "progress of issuing");
  await page.getByRole("row").filter({ hasText: page.say("web-holder-state-valid") }).first().waitFor();
  scene.check("the good row is issued", true);
}

async function find(scene, page) {
  await page.goto(`${scene.origin}/en/staff/results`);
  // Without accents, as people type in a hurry.
  await page.getByLabel(page.say("web-staff-find-label")).fill(FAMILY.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
  await page.getByRole("button", { name: page.say("web-frame-search") }).click();
  await scene.inspect(page, "issued micro-credentials");
  await page.getByRole("rowheader").getByRole("link", { name: FAMILY }).click();
  await scene.inspect(page, "one micro-credential");
}

async function revoke(scene, page) {
  await page.getByRole("link", { name: page.say("web-staff-revoke-open") }).click();
  await scene.inspect(page, "revocation");
  await page.getByLabel(page.say("web-staff-revoke-reason-issued-in-error")).check();
  await page.getByRole("button", { name: page.say("web-staff-revoke-next") }).click();
  await scene.inspect(page, "confirmation of a revocation");
  await page.getByRole("button", { name: page.say("web-staff-revoke-do") }).click();
  await page.getByText(page.say("web-staff-revoke-done")).waitFor();
  scene.check("it says revoked", await page.getByText(page.say("web-holder-state-revoked"), { exact: true }).first().isVisible());
}

// Whoever is not logged in, or is logged in as a holder, sees nothing of this.
async function outsiders(scene) {
  await scene.logIn("holder", scene.demo.links.holder);
  for (const role of [undefined, "holder"]) {
    const page = await scene.visitor({ role });
    const response = await page.goto(`${scene.origin}/en/staff/results`);
    const who = role ?? "a stranger";
    scene.check(`${who} is not let into the study department`, [401, 403, 404].includes(response.status()), response.status());
  }
}
