// Four people of a university take a unit from an empty draft to a sealed credential: one writes it, the guarantor endorses it, the quality
// office approves it, a colleague publishes it and issues the first result. Each signs in through the university's provider.

// What is typed, by the names of the fields; lists grow by a button.
const TEXT = {
  title: {
    kind: "lifelong-learning",
    "description.cs": "Kurz o tom, jak číst a psát smlouvy.",
    "description.en": "A course on how to read and write contracts.",
    "faculty.cs": "Fakulta práva",
    "faculty.en": "Faculty of Law",
  },
  outcomes: {
    "outcomes[1].kind": "skill",
    "outcomes[1].text.cs": "Navrhne jednoduchou smlouvu a vysvětlí její ustanovení.",
    "outcomes[1].text.en": "Drafts a simple contract and explains its provisions.",
  },
  workload: { ects: "2", hours: "50", eqf: "6", "isced.code": "0421", "isced.cs": "Právo", "isced.en": "Law" },
  assessment: {
    "assessments[1].kind": "written-examination",
    "assessments[1].weight_percent": "100",
    "assessments[1].description.cs": "Písemná zkouška.",
    "assessments[1].description.en": "A written examination.",
    "grading.title.cs": "Prospěl – neprospěl",
    "grading.title.en": "Passed – failed",
    "grading.grades[1].code": "P",
    "grading.grades[1].cs": "prospěl",
    "grading.grades[1].en": "passed",
    "grading.grades[1].passing": "true",
    "grading.grades[2].code": "N",
    "grading.grades[2].cs": "neprospěl",
    "grading.grades[2].en": "failed",
    "grading.grades[2].passing": "false",
    supervision: "supervised-with-id",
  },
  quality: {
    "quality.kind": "institutional-qa",
    "quality.body.cs": "Smyšlený akreditační úřad",
    "quality.body.en": "Fictional Accreditation Bureau",
    "quality.body_country": "CZE",
    "quality.decision": "SAÚ-77/2026",
    "quality.issued": "1. 3. 2026",
    "quality.expires": "28. 2. 2042",
    framework: "1.0",
  },
  teaching: { mode: "blended", "languages[1]": "CES" },
  catalogue: { "runs[1].id": "2026-jaro", "runs[1].start": "2. 2. 2026", "runs[1].end": "30. 4. 2026" },
};

const HEADER =
  "Osobní číslo;Jméno;Příjmení;Datum narození;E-mail;Běh;Hodnocení;Datum hodnocení;Hodnotitel";
const ROW = "SML-0001;Věra;Smluvní;1. 5. 1990;vera@posta.example;2026-jaro;P;30. 4. 2026;Karel Vzor";

export async function tell(scene) {
  const provider = process.env.SIGNET_LOGIN;
  if (!provider) {
    console.log("skip unit: SIGNET_LOGIN names no login provider");
    return;
  }
  for (const language of ["cs", "en"]) {
    await agreed(scene, provider, { language, unit: `smlouvy-${language}` });
  }
}

async function agreed(scene, provider, { language, unit }) {
  const person = (name) => signedIn(scene, provider, { name, language });
  const author = await person("registrar");
  await write(scene, author, unit);
  await act(scene, author, unit, "submit");
  await refused(scene, author, unit, "approve");

  const guarantor = await person("guarantor");
  await awaited(scene, guarantor, unit);
  await act(scene, guarantor, unit, "endorse");

  const quality = await person("quality");
  await awaited(scene, quality, unit);
  await act(scene, quality, unit, "approve", approval);

  const colleague = await person("colleague");
  await act(scene, colleague, unit, "publish");
  const reader = await scene.visitor({ language });
  const shown = await reader.goto(`${scene.origin}/${language}/catalogue/horni-dolni/${unit}`);
  scene.check(`the catalogue shows ${unit} to everybody`, shown.status() === 200, shown.status());
  await issue(scene, colleague, unit);
}

async function signedIn(scene, provider, { name, language }) {
  const page = await scene.visitor({ language, elsewhere: [provider] });
  await page.goto(`${scene.origin}/${language}/login?to=/${language}/staff`);
  await page.getByRole("main").getByRole("link").first().click();
  await page.waitForURL(`${provider}/interaction/**`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(`${scene.origin}/${language}/staff`);
  return Object.assign(page, { person: name });
}

// What weighs asks whoever signed in with one factor for a second, and leads back to the same page.
async function proveAgain(scene, page, back) {
  const title = page.getByRole("heading", { level: 1, name: page.say("web-sign-in-weak-title") });
  if ((await title.count()) === 0) return;
  await scene.inspect(page, "a second factor is asked for");
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByLabel("Name").fill(page.person);
  await page.getByLabel("Second factor").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(back);
  scene.check("whoever proved a second factor is back where they were", (await title.count()) === 0);
}

const at = (scene, page, ...path) => [`${scene.origin}/${page.language}/staff`, ...path].join("/");

async function write(scene, page, unit) {
  await page.goto(at(scene, page, "new-unit"));
  await scene.inspect(page, "a new unit");
  await page.locator("[name=id]").fill(unit);
  await page.locator("[name=title_cs]").fill("Smlouvy v praxi");
  await page.locator("[name=title_en]").fill("Contracts in practice");
  await page.locator("[name=guarantor]").fill("HD-90014");
  await page.getByRole("button", { name: page.say("web-staff-units-new-begin") }).click();
  await page.waitForURL(at(scene, page, `units/${unit}/edit`));
  await scene.inspect(page, "the sections of an empty draft");
  for (const [section, fields] of Object.entries(TEXT)) {
    await page.goto(at(scene, page, `units/${unit}/edit/${section}`));
    for (const [name, value] of Object.entries(fields)) await type(page, name, value);
    await scene.inspect(page, `the section ${section}, filled in`);
    await page.locator("button[name=act][value=list]").click();
    await page.waitForURL((url) => url.pathname.endsWith("/edit"));
    const doubts = await page.locator(`#${section}-state .doubt, #${section}-state.doubt`).count();
    scene.check(`nothing is missing in the section ${section}`, doubts === 0, await page.locator("main").innerText());
  }
}

async function type(page, name, value) {
  const field = page.locator(`[name="${name}"]`);
  const list = /^(.*)\[\d+\]/.exec(name)?.[1];
  if (list && (await field.count()) === 0) {
    await page.locator(`button[value="add:${list}"]`).click();
    await page.waitForLoadState();
  }
  const kind = await field.evaluate((it) => it.tagName);
  if (kind === "SELECT") await field.selectOption(value);
  else await field.fill(value);
}

// An act is filled in where there is something to fill in, checked and meant; afterwards the page of the unit says that it is done.
async function act(scene, page, unit, name, fill = async () => {}) {
  const form = at(scene, page, `units/${unit}/${name}`);
  await page.goto(form);
  await proveAgain(scene, page, form);
  await fill(page);
  await scene.inspect(page, `form of the act ${name}`);
  if ((await page.locator("[name=confirmed]").count()) === 0) {
    await page.getByRole("main").locator("form button").first().click();
    await page.locator("[name=confirmed]").waitFor({ state: "attached" });
    await scene.inspect(page, `check of the act ${name}`);
  }
  await page.getByRole("main").locator("form button").first().click();
  await page.waitForURL(`${at(scene, page, `units/${unit}`)}?done=${name}`);
  await scene.inspect(page, `the unit after the act ${name}`);
}

async function approval(page) {
  for (const principle of await page.locator("main input[type=checkbox]").all()) await principle.check();
  await page.locator("[name=from]").fill("1. 1. 2026");
  await page.locator("[name=review]").fill("1. 1. 2030");
}

// Whoever wrote a text is not let to judge it, whatever they ask for.
async function refused(scene, page, unit, name) {
  const answer = await page.goto(at(scene, page, `units/${unit}/${name}`));
  scene.check(`whoever wrote the text may not ${name} it`, answer.status() === 403, answer.status());
}

// It waits for them on the page where they land.
async function awaited(scene, page, unit) {
  await page.goto(at(scene, page));
  await scene.inspect(page, "what waits for somebody");
  const tasks = page.getByRole("main").locator(`a[href*="/units/${unit}"]`);
  scene.check(`${unit} waits for whoever has to act`, (await tasks.count()) >= 1);
}

async function issue(scene, page, unit) {
  await page.goto(at(scene, page, "results"));
  await page.getByLabel(page.say("web-staff-sheet-unit"), { exact: true }).selectOption(unit);
  const buffer = Buffer.from([HEADER, ROW, ""].join("\r\n"));
  await page.locator("input[type=file]").setInputFiles({ name: "vysledky.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: page.say("web-staff-sheet-check"), exact: true }).click();
  await page.waitForURL(at(scene, page, "batches", "**"));
  await proveAgain(scene, page, page.url());
  await page.getByRole("heading", { level: 1, name: page.say("web-staff-check-title") }).waitFor();
  await page.getByRole("main").locator("form button").click();
  await page.getByRole("heading", { level: 1, name: page.say("web-staff-batch-title") }).waitFor();
  const valid = page.getByRole("row").filter({ hasText: page.say("web-holder-state-valid") }).first();
  await valid.waitFor();
  scene.check(`a credential of ${unit} is sealed`, await valid.isVisible());
}
