// A run from its plan to the credential in its holder's hands: the registrar's office plans it, an assessor enters the results, the guarantor closes
// them, the office issues one credential at once and one at a time that is then moved, and the holder finds theirs. By keys alone, in both
// languages, once without script.

const UNIT = "museum-education";
const HOLDER = { person: "HD-10001", given_name: "Jana", family_name: "Nováková", born: "1. 9. 1988" };
const OTHER = { given_name: "Běla", family_name: "Příběhová", born: "2. 2. 1990" };
const PEOPLE = { registrar: "Marie Dvořáková", assessor: "Petr Zkoušející", guarantor: "Hana Vzorná" };

// More presses of Tab than any of these pages has stops.
const STOPS_MAX = 80;

export async function tell(scene) {
  await scene.logIn("holder", scene.demo.links.holder);
  await whole(scene, { language: "cs", script: true, run: "pribeh-cs" });
  await whole(scene, { language: "en", script: false, run: "pribeh-en" });
}

async function whole(scene, { language, script, run }) {
  const somebody = (name) => enter(scene, name, { language, script });
  const people = [HOLDER, { ...OTHER, person: `BP-${language}` }];

  const registrar = await somebody(PEOPLE.registrar);
  await plan(scene, registrar, run);
  await act(scene, registrar, run, "start");
  for (const one of people) await enrol(scene, registrar, run, one);

  const assessor = await somebody(PEOPLE.assessor);
  await results(scene, assessor, run);
  await identify(scene, assessor, run, people.length);
  const acts = await assessor.locator("input[name=act]").count();
  scene.check(`an assessor closes nothing (${language})`, acts === 0, acts);

  const guarantor = await somebody(PEOPLE.guarantor);
  await guarantor.goto(at(scene, guarantor));
  await scene.inspect(guarantor, `what waits for the guarantor (${language})`);
  const task = guarantor.getByRole("main").locator(`a[href$="/runs/${run}"]`).first();
  await task.press("Enter");
  await guarantor.waitForURL(of(scene, guarantor, run));
  await act(scene, guarantor, run, "close");

  await issueNow(scene, registrar, run);
  await issueLater(scene, registrar, run);
  await received(scene, { language, script });
}

const at = (scene, page, ...path) => [`${scene.origin}/${page.language}/staff`, ...path].join("/");
const of = (scene, page, run, ...path) => at(scene, page, "units", UNIT, "runs", run, ...path);

async function enter(scene, name, { language, script }) {
  const page = await scene.visitor({ language, script });
  await page.goto(`${scene.origin}/${language}/enter`);
  await page.getByRole("button", { name }).press("Enter");
  await page.waitForURL(`${scene.origin}/${language}/staff`);
  return page;
}

// A day so many days from now, as the language writes it.
function day(language, days) {
  const date = new Date(Date.now() + days * 86_400_000);
  if (language === "cs") return `${date.getDate()}. ${date.getMonth() + 1}. ${date.getFullYear()}`;
  return `${date.getDate()} ${date.toLocaleString("en-GB", { month: "long" })} ${date.getFullYear()}`;
}

// What a field holds is written over.
async function type(page, name, text) {
  await page.locator(`[name="${name}"]`).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

const button = (page) => page.getByRole("main").locator("form button:not([name])").first();

async function plan(scene, page, run) {
  await page.goto(at(scene, page, "units", UNIT, "new-run"));
  await type(page, "id", run);
  await type(page, "start", day(page.language, -60));
  await type(page, "end", day(page.language, -90));
  await type(page, "assessors", "HD-90005");
  await button(page).press("Enter");
  const wrong = page.getByRole("alert").getByRole("link").first();
  await wrong.waitFor();
  await scene.inspect(page, `a run that ends before it begins (${page.language})`);
  await wrong.press("Enter");
  scene.check(`the error leads to its field (${page.language})`, (await focused(page)) === "end", await focused(page));
  await type(page, "end", day(page.language, -2));
  await button(page).press("Enter");
  await page.waitForURL(`${of(scene, page, run)}?done=saved`);
  await scene.inspect(page, `a planned run (${page.language})`);
}

// An act is asked about, meant, and told on the page of the run.
async function act(scene, page, run, name) {
  await page.goto(of(scene, page, run));
  await page.locator(`form:has(input[value="${name}"]) button`).press("Enter");
  await page.locator("[name=confirmed]").waitFor({ state: "attached" });
  await scene.inspect(page, `the question before the act ${name} (${page.language})`);
  await button(page).press("Enter");
  await page.waitForURL(`${of(scene, page, run)}?done=${name}`);
  await scene.inspect(page, `the run after the act ${name} (${page.language})`);
}

async function enrol(scene, page, run, person) {
  await page.goto(of(scene, page, run, "new-participant"));
  for (const [name, value] of Object.entries(person)) await type(page, name, value);
  await scene.inspect(page, `a new participant (${page.language})`);
  await button(page).press("Enter");
  await page.waitForURL(`${of(scene, page, run, "participants")}?**`);
  const there = page.getByRole("row").filter({ hasText: person.person });
  scene.check(`${person.person} takes part (${page.language})`, (await there.count()) === 1);
}

const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

// Goes on by Tab until an element has the focus; a day has several stops of its own.
async function tabTo(page, id) {
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to #${id}`);
}

// In which order a browser asks for day, month and year is its own choice.
async function typeDay(page, id) {
  const date = new Date(Date.now() - 10 * 86_400_000);
  const two = (number) => String(number).padStart(2, "0");
  const [d, m, y] = [two(date.getDate()), two(date.getMonth() + 1), String(date.getFullYear())];
  const cell = page.locator(`#${id}`);
  for (const digits of [d + m + y, m + d + y, y + m + d]) {
    await page.keyboard.type(digits);
    if ((await cell.inputValue()) === `${y}-${m}-${d}`) return;
    await cell.fill("");
    await cell.blur();
    await cell.focus();
  }
  throw new Error("no day can be typed");
}

async function results(scene, page, run) {
  await page.goto(at(scene, page));
  const task = page.getByRole("main").locator(`a[href*="/runs/${run}"]`).first();
  scene.check(`the assessor finds the run among their work (${page.language})`, (await task.count()) === 1);
  await page.goto(of(scene, page, run, "results"));
  await scene.inspect(page, `an empty grid (${page.language})`);
  const columns = await page.locator('input[id^="r-0-"]').count();
  for (const row of [0, 1]) {
    for (let column = 0; column < columns; column += 1) {
      const id = `r-${row}-${column}`;
      await tabTo(page, id);
      const isDay = await page.locator(`#${id}`).evaluate((it) => it.type === "date");
      if (isDay) await typeDay(page, id);
      // The first grade is none.
      else await page.keyboard.type(row === 0 && column === 0 ? "Q" : "B");
    }
  }
  await page.locator("#r-1-0").press("Enter");
  const wrong = page.getByRole("alert").getByRole("link");
  await wrong.first().waitFor();
  await scene.inspect(page, `a grid with an error (${page.language})`);
  scene.check(`one cell is wrong (${page.language})`, (await wrong.count()) === 1, await wrong.count());
  await wrong.first().press("Enter");
  scene.check(`the error leads to its cell (${page.language})`, (await focused(page)) === "r-0-0", await focused(page));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("B");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${of(scene, page, run, "results")}?**`);
  await page.getByRole("status").first().waitFor();
  const grades = await page.locator('input[id$="-0"]').evaluateAll((cells) => cells.map((cell) => cell.value));
  scene.check(`both grades are saved (${page.language})`, grades.join() === "B,B", grades.join());
  await scene.inspect(page, `a grid filled in (${page.language})`);
}

async function identify(scene, page, run, many) {
  await page.goto(of(scene, page, run, "participants"));
  for (const box of await page.locator("input[name=person]").all()) await box.press("Space");
  await page.locator("button[value=identify]").press("Enter");
  await page.getByRole("status").first().waitFor();
  const checked = await page.getByText(page.say("web-staff-run-identity-checked"), { exact: false }).count();
  scene.check(`identities are checked (${page.language})`, checked >= many, checked);
  await page.goto(of(scene, page, run));
}

// Leaves only one of those who can be issued to; asks, and means it.
async function choose(page, person) {
  for (const box of await page.locator("input[name=person]").all()) {
    const wanted = (await box.getAttribute("value")) === person;
    if ((await box.isChecked()) !== wanted) await box.press("Space");
  }
}

async function issueNow(scene, page, run) {
  await page.goto(of(scene, page, run, "issue"));
  await scene.inspect(page, `who can be issued a credential (${page.language})`);
  await choose(page, HOLDER.person);
  await button(page).press("Enter");
  await page.locator("[name=confirmed]").waitFor({ state: "attached" });
  await scene.inspect(page, `the question before issuing (${page.language})`);
  await button(page).press("Enter");
  await sealed(scene, page, `issued at once (${page.language})`);
}

async function sealed(scene, page, what) {
  await page.waitForURL(at(scene, page, "batches", "**"));
  const valid = page.getByRole("row").filter({ hasText: page.say("web-holder-state-valid") }).first();
  await valid.waitFor({ timeout: 30_000 });
  scene.check(`${what}: it is sealed`, await valid.isVisible());
  await scene.inspect(page, what);
}

async function issueLater(scene, page, run) {
  await page.goto(of(scene, page, run, "issue"));
  await choose(page, `BP-${page.language}`);
  await page.locator("#later").press("Space");
  await type(page, "day", day(page.language, -1));
  await type(page, "time", "8:00");
  await button(page).press("Enter");
  const wrong = page.getByRole("alert").getByRole("link").first();
  await wrong.waitFor();
  await scene.inspect(page, `a time that is over (${page.language})`);
  await wrong.press("Enter");
  scene.check(`the error leads to the day (${page.language})`, (await focused(page)) === "day", await focused(page));
  await type(page, "day", day(page.language, 2));
  await button(page).press("Enter");
  await page.locator("[name=confirmed]").waitFor({ state: "attached" });
  await button(page).press("Enter");
  await page.waitForURL(at(scene, page, "batches", "**"));
  const batch = page.url();
  await scene.inspect(page, `a batch that waits for its time (${page.language})`);
  const back = page.getByRole("main").locator(`a[href$="/units/${UNIT}/runs/${run}"]`);
  scene.check(`the batch leads to its run (${page.language})`, (await back.count()) === 1);
  await page.getByRole("link", { name: page.say("web-staff-batch-move"), exact: true }).press("Enter");
  await page.waitForURL(`${batch}/schedule`);
  await scene.inspect(page, `the time of a batch (${page.language})`);
  await page.locator("#now").press("Space");
  await button(page).press("Enter");
  await page.waitForURL(batch);
  await sealed(scene, page, `moved to now (${page.language})`);
}

async function received(scene, { language, script }) {
  const page = await scene.visitor({ language, script, role: "holder" });
  await page.goto(`${scene.origin}/${language}/holder`);
  const title = { cs: "Muzejní pedagogika", en: "Museum education" }[language];
  const link = page.getByRole("main").getByRole("link", { name: title }).first();
  await link.press("Enter");
  await page.waitForURL(`${scene.origin}/${language}/holder/**`);
  await scene.inspect(page, `the credential of the run, to its holder (${language})`);
  const valid = await page.getByText(page.say("web-holder-state-valid"), { exact: true }).first().isVisible();
  scene.check(`the holder has a valid credential (${language})`, valid);
}
