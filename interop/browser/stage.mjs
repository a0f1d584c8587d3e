// The stage on which stories are told: a browser, visitors in it, and what is asked of every page they see.

import { createRequire } from "node:module";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";

import { LARGE, SPACED, cutOff, hindered, lostFocus, menus, untoldErrors } from "./barriers.mjs";
import { decodeQr } from "./qr.mjs";
import { sentences } from "./sentences.mjs";

const require = createRequire(path.join(process.env.SIGNET_NODE_MODULES, "stage.cjs"));
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

const PATIENCE = 15_000;
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

// A browser that asks nobody for anything but the pages of the story.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function openStage() {
  const demo = JSON.parse(process.env.SIGNET_DEMO);
  const browser = await chromium.launch({
    executablePath: process.env.SIGNET_CHROMIUM,
    headless: true,
    args: ARGUMENTS,
  });
  return new Stage(browser, demo);
}

class Stage {
  checks = 0;
  failures = 0;
  #browser;
  #sessions = new Map();
  #menus = new Map();

  constructor(browser, demo) {
    this.#browser = browser;
    this.demo = demo;
    this.origin = new URL(demo.address).origin;
  }

  // Tells one story. What it throws is a failed check of its own, with a picture of what was on the screen.
  async tell(name, tell) {
    const scene = new Scene(this, name);
    try {
      await tell(scene);
    } catch (error) {
      scene.check("the story comes to its end", false, firstLines(error));
      await scene.picture();
    } finally {
      await scene.leave();
    }
    scene.summarise();
  }

  report(name, what, holds, why) {
    this.checks += 1;
    this.failures += holds ? 0 : 1;
    const reason = holds || !why ? "" : `: ${String(why).replaceAll("\n", " ⏎ ")}`;
    console.log(`${holds ? "ok" : "not ok"} ${name}: ${what}${reason}`);
  }

  async context(options) {
    // A person's browser: one that calls itself headless is a program, whose looks are not counted.
    const [version] = this.#browser.version().split(".");
    const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
    const context = await this.#browser.newContext({ acceptDownloads: true, userAgent, ...options });
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  // A one-time link works once: whoever has logged in keeps the cookies for the other stories.
  session(role) {
    return this.#sessions.get(role);
  }

  keep(role, state) {
    this.#sessions.set(role, state);
  }

  // The first menu of a kind that was seen.
  menu(kind, menu) {
    if (!this.#menus.has(kind)) this.#menus.set(kind, menu);
    return this.#menus.get(kind);
  }

  async close() {
    await this.#browser.close();
  }
}

export class Scene {
  #stage;
  #name;
  #contexts = [];
  #pages = [];
  #complaints = new Set();

  constructor(stage, name) {
    this.#stage = stage;
    this.#name = name;
    this.demo = stage.demo;
    this.origin = stage.origin;
  }

  check(what, holds, why = "") {
    this.#stage.report(this.#name, what, Boolean(holds), why);
  }

  // Someone new at a device of their own. `role`: logged in as; `script: false`: a browser without JavaScript; `elsewhere`: whom the story leads to.
  async visitor({ language = "en", script = true, role = undefined, elsewhere = [] } = {}) {
    const context = await this.#stage.context({
      locale: language === "cs" ? "cs-CZ" : "en-GB",
      javaScriptEnabled: script,
      viewport: WIDE,
      storageState: role ? this.#stage.session(role) : undefined,
    });
    this.#contexts.push(context);
    context.on("request", (request) => this.#watch(request, elsewhere));
    const page = await context.newPage();
    this.#pages.push(page);
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
        this.#complain("nothing is wrong on the console", message.text());
      }
    });
    page.on("pageerror", (error) => this.#complain("no script fails", error.message));
    return Object.assign(page, { say: sentences(language), language, script });
  }

  // Opens a one-time link, once for all stories; later visitors of that role are logged in already.
  async logIn(role, link) {
    if (this.#stage.session(role)) return;
    const page = await this.visitor();
    await page.goto(link);
    await page.getByRole("main").getByRole("button", { name: page.say("web-account-login-button") }).click();
    await page.waitForLoadState();
    this.#stage.keep(role, await page.context().storageState());
  }

  #watch(request, elsewhere) {
    const url = new URL(request.url());
    const ours = [this.origin, ...elsewhere].includes(url.origin) || ["data:", "blob:", "about:"].includes(url.protocol);
    if (!ours) this.#complain("nobody else is asked for anything", url.origin);
  }

  // What goes wrong again and again is told once.
  #complain(what, why) {
    if (this.#complaints.has(`${what}: ${why}`)) return;
    this.#complaints.add(`${what}: ${why}`);
    this.check(what, false, why);
  }

  // What holds for every page: language, title, one main heading, axe, and no sideways scrolling at 320 px.
  async inspect(page, what) {
    const language = await page.locator("html").getAttribute("lang");
    this.check(`${what}: says its language`, language === page.language, language);
    this.check(`${what}: has a title`, (await page.title()).trim() !== "");
    this.check(`${what}: has one main heading`, (await page.locator("h1").count()) === 1);
    const text = await page.locator("body").innerText();
    this.check(`${what}: every sentence is written`, !/\bweb-[a-z-]+|\{ ?\$/.test(text), text.match(/\bweb-[a-z-]+/));
    if (!page.script) return;

    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    );
    const found = violations.map((it) => `${it.id} at ${it.nodes.map((node) => node.target).join(", ")}`);
    this.check(`${what}: axe finds no barrier`, found.length === 0, found.join("; "));

    await page.setViewportSize(NARROW);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    this.check(`${what}: fits 320 px`, width <= NARROW.width, `${width} px wide`);
    await page.setViewportSize(WIDE);
    await this.#inspectBeyondAxe(page, what);
  }

  async #inspectBeyondAxe(page, what) {
    const none = (question, found) => this.check(`${what}: ${question}`, found.length === 0, found.slice(0, 5).join("; "));
    none("nothing is cut off with text of twice the size", await this.#restyled(page, LARGE));
    none("nothing is cut off with wider spacing", await this.#restyled(page, SPACED));
    await page.keyboard.press("Shift");
    none("the focus is seen at every stop, in the page's order", await page.evaluate(lostFocus));
    none("what is wrong with a form is told", await page.evaluate(untoldErrors, page.say("web-frame-problem-mark")));
    none("fields can be filled in by the browser", await page.evaluate(hindered));
    this.#compareMenus(await page.evaluate(menus), page, what);
  }

  // What is wrong with the page under one more style sheet, which is taken away again. Our policy lets no page have one from elsewhere: it is
  // adopted, as a reader's own would be.
  async #restyled(page, css) {
    await page.evaluate(async (text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    const found = await page.evaluate(cutOff);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    return found;
  }

  // Menus stand in the same place with the same words on all pages of one language; what the main one ends with is the role's.
  #compareMenus({ top, foot, switch: languages }, page, what) {
    const kinds = { "the main menu begins": top.split(" | ", 2).join(" | "), "the foot is": foot, "the languages are": languages };
    for (const [kind, menu] of Object.entries(kinds)) {
      const known = this.#stage.menu(`${page.language}: ${kind}`, menu);
      this.check(`${what}: ${kind} as on every page`, menu === known, `${menu} instead of ${known}`);
    }
  }

  // What an answer with someone's data must say to browsers, search engines and the next page.
  inspectPrivacy(response, what) {
    const headers = response.headers();
    const policy = headers["content-security-policy"] ?? "";
    this.check(`${what}: no referrer`, headers["referrer-policy"] === "no-referrer", headers["referrer-policy"]);
    this.check(`${what}: no index`, /noindex/.test(headers["x-robots-tag"] ?? ""), headers["x-robots-tag"]);
    this.check(`${what}: strict content policy`, /default-src 'none'/.test(policy) && !/unsafe/.test(policy), policy);
  }

  // The report's three results, each under its own heading: format, seal, validity.
  async threeAnswers(page, what) {
    for (const id of ["web-verify-format", "web-verify-seal", "web-verify-validity"]) {
      const heading = page.getByRole("article").getByRole("heading", { name: page.say(id), level: 3 });
      this.check(`${what}: answers “${page.say(id)}”`, (await heading.count()) === 1);
    }
  }

  // What a phone would read from the QR code in this picture.
  readQr(page, picture) {
    return decodeQr(page, picture);
  }

  async picture() {
    const folder = process.env.SIGNET_PICTURES;
    const page = this.#pages.findLast((it) => !it.isClosed());
    if (!folder || !page) return;
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `story-${this.#name}.png`);
    await page.screenshot({ path: file, fullPage: true }).catch(() => {});
    console.log(`# picture: ${file}`);
  }

  // What never went wrong in a whole story is a check that held.
  summarise() {
    if (this.#complaints.size === 0) this.check("no foreign request, no script error, a silent console", true);
  }

  async leave() {
    for (const context of this.#contexts) await context.close();
  }
}

function firstLines(error) {
  return String(error?.message ?? error).split("\n").slice(0, 6).join("\n");
}
