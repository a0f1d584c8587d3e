// Someone was handed a file, or a link: in seconds they know whether format, seal and validity hold.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

export async function tell(scene) {
  const { pdf, jsonld } = await find(scene.demo.folder);

  const page = await scene.visitor();
  const shared = await page.goto(scene.demo.links.verifier);
  scene.check("the verifier's link opens", shared.ok(), shared.status());
  page.language = await page.locator("html").getAttribute("lang");
  await scene.inspect(page, "the verifier's link");
  await atAGlance(scene, page);

  for (const language of ["en", "cs"]) {
    for (const script of [true, false]) {
      const visitor = await scene.visitor({ language, script });
      const how = `${language}${script ? "" : " without script"}`;
      await upload(scene, visitor, `${how}, PDF`, pdf);
      await upload(scene, visitor, `${how}, credential`, jsonld);
    }
  }
  await compare(scene, pdf, jsonld);
  await drop(scene, jsonld);
  await tamper(scene, jsonld);
  await refuse(scene);
}

// VE1: what a verifier asks first stands in the first 600 px of the narrowest screen, under either language.
async function atAGlance(scene, page) {
  for (const language of ["cs", "en"]) {
    await page.locator(`.switch a[lang=${language}]`).click();
    await page.waitForLoadState();
    await page.setViewportSize({ width: 320, height: 600 });
    const ends = await page.evaluate(() => {
      const end = (selector) => Math.round(document.querySelector(selector)?.getBoundingClientRect().bottom ?? Infinity);
      const facts = [".verdict h1", ".glance .whose", ".glance h2", ".glance > p:last-child"];
      return Object.fromEntries(facts.map((selector) => [selector, end(selector)]));
    });
    const late = Object.entries(ends).filter(([, end]) => end > 600);
    scene.check(`VE1 ${language}: verdict, holder, title, institution and credits are seen at once`, late.length === 0, late);
    const facts = await page.locator(".glance > p:last-child").innerText();
    scene.check(`VE1 ${language}: institution, day and credits are named`, /.+ · .+ · .*ECTS/.test(facts), facts);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

// The first sealed PDF and credential that the demo issued. Its register keeps sealed status lists, which are no credentials.
async function find(folder) {
  const files = (await readdir(path.join(folder, "issued"), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.path, entry.name))
    .sort();
  const first = (ending) => {
    const file = files.find((name) => name.endsWith(ending));
    if (!file) throw new Error(`the demo left no ${ending}`);
    return file;
  };
  return { pdf: first(".pdf"), jsonld: first(".jsonld") };
}

async function open(scene, page) {
  await page.goto(`${scene.origin}/${page.language}/verify`);
  return page.locator("input[type=file]");
}

async function send(page) {
  await page.getByRole("button", { name: page.say("web-verify-button") }).click();
  await page.waitForLoadState();
}

async function upload(scene, page, what, file) {
  const field = await open(scene, page);
  if (what.endsWith("PDF")) await scene.inspect(page, `${what}: the form`);
  await field.setInputFiles(file);
  await send(page);
  await threeAnswers(scene, page, what);
  await scene.inspect(page, `${what}: the report`);
}

async function threeAnswers(scene, page, what) {
  await scene.threeAnswers(page, what);
  const test = page.getByText(page.say("web-report-test-title")).first();
  scene.check(`${what}: the test seal is called one`, await test.isVisible());
}

// The two forms of one micro-credential, chosen together by hand, at the keyboard and without script.
async function compare(scene, pdf, jsonld) {
  for (const [language, script] of [["en", true], ["cs", false]]) {
    const page = await scene.visitor({ language, script });
    const field = await open(scene, page);
    await field.setInputFiles([jsonld, pdf]);
    await page.getByRole("button", { name: page.say("web-verify-button") }).press("Enter");
    await page.waitForLoadState();
    const what = `${language}, two files`;
    const shown = await page.getByRole("article").count();
    scene.check(`${what}: each has its own verdict`, shown === 2, shown);
    const items = await page.locator(".findings > .good").count();
    scene.check(`${what}: they are compared item by item`, items > 20, items);
    const differing = await page.locator(".findings > .bad").allTextContents();
    scene.check(`${what}: nothing differs`, differing.length === 0, differing.join());
    await scene.inspect(page, `${what}: the comparison`);
  }
}

async function drop(scene, file) {
  const page = await scene.visitor();
  await open(scene, page);
  const text = await readFile(file, "utf8");
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "dropped.jsonld", { type: "application/ld+json" }));
    return data;
  }, text);
  await page.locator("form[data-drop]").dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByRole("article").first().waitFor();
  await threeAnswers(scene, page, "a dropped file");
}

async function tamper(scene, file) {
  const page = await scene.visitor();
  const field = await open(scene, page);
  const text = await readFile(file, "utf8");
  const changed = text.replace(/20(\d\d-\d\d-\d\dT)/, "19$1");
  await field.setInputFiles({ name: "changed.jsonld", mimeType: "application/ld+json", buffer: Buffer.from(changed) });
  await send(page);
  const verdict = page.getByText(page.say("web-report-verdict-invalid")).first();
  scene.check("a changed file fails", changed !== text && (await verdict.isVisible()), await page.title());
  await scene.inspect(page, "a changed file");
}

// What is no credential is refused in words, and nothing breaks.
async function refuse(scene) {
  const page = await scene.visitor({ language: "cs" });
  for (const [what, content] of [
    ["a text file", "Ahoj"],
    ["a deep JSON file", "[".repeat(20_000)],
    ["an empty file", ""],
    ["half a PDF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog"],
  ]) {
    const field = await open(scene, page);
    await field.setInputFiles({ name: "file.jsonld", mimeType: "application/json", buffer: Buffer.from(content) });
    await page.getByRole("button", { name: page.say("web-verify-button") }).click();
    await page.waitForLoadState();
    const alert = page.getByRole("alert").first();
    scene.check(`${what} is refused in words`, await alert.isVisible(), await page.title());
    await scene.inspect(page, what);
  }
}
