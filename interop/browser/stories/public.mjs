// Anyone looks around: what it is, the catalogue, what is promised; in both languages.

export async function tell(scene) {
  for (const language of ["cs", "en"]) {
    const page = await scene.visitor({ language });
    const response = await page.goto(scene.origin);
    scene.check(`${language}: the front page follows the browser's language`, response.ok());
    await scene.inspect(page, `${language}: front page`);

    const menu = page.getByRole("navigation", { name: page.say("web-frame-nav") });
    await menu.getByRole("link", { name: page.say("web-frame-nav-catalogue") }).click();
    await page.getByRole("heading", { level: 1, name: page.say("web-catalogue-title") }).waitFor();
    await scene.inspect(page, `${language}: catalogue`);

    await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").first().click();
    await scene.inspect(page, `${language}: unit of learning`);

    for (const [id, title] of [["web-frame-accessibility", "accessibility"], ["web-frame-privacy", "privacy"]]) {
      await page.getByRole("contentinfo").getByRole("link", { name: page.say(id) }).click();
      await scene.inspect(page, `${language}: ${title}`);
    }
  }

  const page = await scene.visitor({ language: "en" });
  await page.goto(scene.origin);
  await page.getByRole("navigation", { name: page.say("web-frame-language") }).locator("a[hreflang=cs]").click();
  scene.check("the switch leads to Czech", (await page.locator("html").getAttribute("lang")) === "cs");

  const missing = await page.goto(`${scene.origin}/en/no-such-page`);
  scene.check("a page that is not there says so", missing.status() === 404, missing.status());
}
