// Someone was handed a stranger's file: every element of it is on the page, what it carries can be saved, and all of it can be printed.

import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PARTS = ["content-holder", "content-bodies", "content-display", "content-file"];

export async function tell(scene) {
  const { name, file, titles } = await find(scene);
  for (const language of ["cs", "en"]) {
    for (const script of [true, false]) {
      const page = await scene.visitor({ language, script });
      const what = `${name}, ${language}${script ? "" : " without script"}`;
      await page.goto(`${scene.origin}/${language}/verify`);
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("button", { name: page.say("web-verify-button") }).click();
      await page.waitForLoadState();
      await read(scene, page, what, titles);
      await scene.inspect(page, what);
      await print(scene, page, what);
    }
  }
  await save(scene);
}

// An official sample when it is there, else a credential that the demo sealed.
async function find(scene) {
  const beside = fileURLToPath(new URL("../../../../shared", import.meta.url));
  const sample = path.join(process.env.SIGNET_SHARED ?? beside, "reference/elm/Sample-MC-Annex1-signed.jsonld");
  if (existsSync(sample)) {
    const titles = ["Digital artefact assessment", "EDC building training course", "Research Alliance"];
    return { name: "an official sample", file: sample, titles };
  }
  const files = (await readdir(scene.demo.folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".jsonld"))
    .map((entry) => path.join(entry.path, entry.name))
    .sort();
  if (files.length === 0) throw new Error("the demo left no credential");
  return { name: "a credential of the demo", file: files[0], titles: [] };
}

async function read(scene, page, what, titles) {
  const content = page.getByRole("region", { name: page.say("content-title") });
  scene.check(`${what}: everything in the file is told`, await content.isVisible());
  for (const part of PARTS) {
    const heading = content.getByRole("heading", { level: 3, name: page.say(part) });
    scene.check(`${what}: has the part “${page.say(part)}”`, await heading.isVisible());
  }
  for (const title of titles) {
    const heading = content.getByRole("heading", { name: title }).first();
    scene.check(`${what}: tells of “${title}”`, await heading.isVisible());
  }
  const broken = await page.evaluate(() => [...document.images].filter((it) => it.naturalWidth === 0).length);
  scene.check(`${what}: every picture is seen`, broken === 0, `${broken} are not`);
}

// On paper everything is open, whatever the reader has closed, and where links lead is written.
async function print(scene, page, what) {
  const part = page.locator("details.part").first();
  await part.locator("summary").click();
  const seen = () => part.locator("dl").first().evaluate((it) => it.checkVisibility());
  scene.check(`${what}: a part can be closed`, !(await seen()));
  await page.emulateMedia({ media: "print" });
  scene.check(`${what}: a closed part is printed open`, await seen());
  scene.check(`${what}: menus are not printed`, !(await page.locator("header nav").first().isVisible()));
  await page.emulateMedia({ media: "screen" });
}

// What a credential carries is saved under a name that says what it is, and never opened.
async function save(scene) {
  const page = await scene.visitor();
  const media = (title, content) => ({ type: "MediaObject", title: { en: title }, content: btoa(content) });
  const credential = {
    type: ["VerifiableCredential", "EuropeanDigitalCredential"],
    credentialSubject: { type: "Person", hasClaim: { type: "LearningAchievement", title: { en: "A title" } } },
    attachment: [media("letter.html", `%PDF-1.7\n${"x".repeat(3 << 20)}`), media("page.pdf", "<script>alert(1)</script>")],
  };
  await page.goto(`${scene.origin}/en/verify`);
  const buffer = Buffer.from(JSON.stringify(credential));
  await page.locator("input[type=file]").setInputFiles({ name: "x.jsonld", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: page.say("web-verify-button") }).click();
  await page.waitForLoadState();
  const links = page.locator("a[download]");
  scene.check("only what is a document is handed out", (await links.count()) === 1);
  const [download] = await Promise.all([page.waitForEvent("download"), links.first().click()]);
  scene.check("a document is saved as what it is", download.suggestedFilename() === "letter.pdf", download.suggestedFilename());
  const saved = await readFile(await download.path());
  scene.check("a document is saved whole", saved.length === (3 << 20) + 9, saved.length);
}
