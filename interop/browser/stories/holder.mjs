// A holder shows a micro-credential to someone, prints the code, sees that they looked, and takes the link back.

const LABEL = "Personální oddělení <b>& spol.</b>";

export async function tell(scene) {
  await scene.logIn("holder", scene.demo.links.holder);
  const holder = await scene.visitor({ language: "en", role: "holder" });
  const { say } = holder;

  const list = await holder.goto(`${scene.origin}/en/holder`);
  scene.inspectPrivacy(list, "my micro-credentials");
  await scene.inspect(holder, "my micro-credentials");

  await holder.getByRole("link", { name: say("web-share-action") }).first().click();
  await scene.inspect(holder, "new link");
  await holder.getByRole("button", { name: say("web-share-purpose-other") }).click();
  await holder.getByLabel(say("web-share-label")).fill(LABEL);
  await holder.getByRole("button", { name: say("web-share-create") }).click();
  await holder.getByText(say("web-share-created")).waitFor();
  await scene.inspect(holder, "the link");
  scene.check("the label is text, whatever it says", await holder.getByRole("heading", { name: LABEL }).isVisible());

  const link = await holder.getByLabel(say("web-share-link"), { exact: true }).inputValue();
  scene.check("the link leads to us", new URL(link).origin === scene.origin);
  const secret = new URL(link).pathname.split("/").pop();
  scene.check("the link carries at least 128 bits", /^[A-Za-z0-9_-]{22,}$/.test(secret), `${secret.length} characters`);

  const code = holder.getByAltText(say("web-share-qr-alt"));
  scene.check("the QR code leads to the link", (await scene.readQr(holder, code)) === link);
  for (const [name, type, mark] of [
    ["web-share-qr-svg", "svg", "<svg"],
    ["web-share-qr-png", "png", "PNG"],
  ]) {
    const href = await holder.getByRole("link", { name: say(name) }).getAttribute("href");
    const answer = await holder.request.get(new URL(href, holder.url()).href);
    const beginning = (await answer.body()).subarray(0, 200).toString("latin1");
    scene.check(`the code is there as ${type}`, answer.ok() && beginning.includes(mark), answer.status());
  }
  const print = await holder.pdf({ format: "A4" });
  scene.check("the page prints", print.subarray(0, 5).toString() === "%PDF-");

  const shared = holder.url();
  await look(scene, link);
  await lookWithoutScript(scene, link);

  await holder.goto(shared);
  await holder.getByRole("link", { name: await holder.locator(".crumb a").innerText() }).click();
  await scene.inspect(holder, "the micro-credential");
  const history = holder.getByRole("region", { name: say("web-holder-history-title") });
  scene.check("the holder sees who looked", await history.getByText(say("web-holder-history-viewed")).first().isVisible());

  await holder.goto(shared);
  await holder.getByText(say("web-share-withdraw"), { exact: true }).click();
  await holder.getByRole("button", { name: say("web-share-withdraw-button"), exact: true }).click();
  await holder.getByText(say("web-share-withdrawn-note")).waitFor();
  scene.check("the link is no longer shown", (await holder.getByLabel(say("web-share-link"), { exact: true }).count()) === 0);
  await neutral(scene, link, `${link.slice(0, -secret.length)}${"A".repeat(secret.length)}`);
}

// Whoever has the link sees three answers, the preview and the files.
async function look(scene, link) {
  for (const language of ["en", "cs"]) {
    const page = await scene.visitor({ language });
    const response = await page.goto(link);
    scene.inspectPrivacy(response, `shared page, visitor with ${language}`);
    page.language = await page.locator("html").getAttribute("lang");
    await scene.inspect(page, `shared page, visitor with ${language}`);
  }

  const page = await scene.visitor();
  await page.goto(link);
  if ((await page.locator("html").getAttribute("lang")) !== "en") await page.locator("a[hreflang=en]").click();
  await scene.threeAnswers(page, "shared page");
  scene.check("a test seal says INVALID – TEST", await page.getByText(/INVALID – TEST/).first().isVisible());
  const preview = page.getByAltText(page.say("web-shared-preview-alt"));
  const size = await preview.evaluate(async (image) => {
    await image.decode();
    return `${image.naturalWidth}×${image.naturalHeight}`;
  });
  scene.check("the preview is there", size === "794×1123", size);
  await files(scene, page);
}

// Both files come down, each of its type, under a name a person can read.
async function files(scene, page) {
  const links = page.getByRole("main").locator("a[href$='.pdf'], a[href$='.jsonld']");
  const count = await links.count();
  scene.check("both files are offered", count >= 2, count);
  for (let number = 0; number < count; number += 1) {
    const href = await links.nth(number).getAttribute("href");
    const answer = await page.request.get(new URL(href, page.url()).href);
    const kind = href.endsWith(".pdf") ? "pdf" : "jsonld";
    const beginning = (await answer.body()).subarray(0, 12).toString("latin1");
    const expected = kind === "pdf" ? beginning.startsWith("%PDF-1.7") : beginning.startsWith('{"payload":');
    scene.check(`the ${kind} comes down`, answer.ok() && expected, `${answer.status()} ${beginning}`);
    const disposition = answer.headers()["content-disposition"] ?? "";
    scene.check(`the ${kind} has a readable name`, disposition.includes("filename"), disposition);
  }
}

async function lookWithoutScript(scene, link) {
  const page = await scene.visitor({ script: false });
  await page.goto(link);
  page.language = await page.locator("html").getAttribute("lang");
  await scene.inspect(page, "shared page without script");
}

// Withdrawn and never made look the same.
async function neutral(scene, withdrawn, invented) {
  const page = await scene.visitor();
  const answers = [];
  for (const link of [withdrawn, invented]) {
    const response = await page.goto(link);
    answers.push({ status: response.status(), text: await page.locator("main").innerText() });
  }
  await scene.inspect(page, "a link that does not work");
  scene.check("a withdrawn link shows nothing", answers[0].text.includes(page.say("web-shared-gone-title")), answers[0].text);
  scene.check("a withdrawn link answers like a wrong one", JSON.stringify(answers[0]) === JSON.stringify(answers[1]));
}
