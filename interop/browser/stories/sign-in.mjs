// A registrar signs in through the university's provider, by links and keys alone, and out again there; without script as well.

export async function tell(scene) {
  const provider = process.env.SIGNET_LOGIN;
  if (!provider) {
    console.log("skip sign-in: SIGNET_LOGIN names no login provider");
    return;
  }
  await inAndOut(scene, provider, { language: "en", script: true });
  await inAndOut(scene, provider, { language: "cs", script: false });
  await cancelled(scene, provider);
}

async function inAndOut(scene, provider, { language, script }) {
  const how = script ? language : `${language}, without script`;
  const page = await scene.visitor({ language, script, elsewhere: [provider] });
  await page.goto(`${scene.origin}/${language}/staff`);
  await page.getByRole("main").getByRole("link", { name: page.say("web-sign-in-menu") }).press("Enter");
  await page.waitForURL(`${scene.origin}/${language}/login?**`);
  await scene.inspect(page, `choice of providers (${how})`);

  await choose(page);
  await page.waitForURL(`${provider}/interaction/**`);
  await page.getByLabel("Name").fill("registrar");
  await page.getByLabel("Second factor").press("Space");
  await page.getByRole("button", { name: "Continue" }).press("Enter");
  await page.waitForURL(`${scene.origin}/${language}/staff`);
  scene.check(`signed in, where they wanted to go (${how})`, true);
  await scene.inspect(page, `study department after signing in (${how})`);

  await page.getByRole("button", { name: page.say("web-frame-logout") }).press("Enter");
  await page.waitForLoadState();
  await scene.inspect(page, `signed out (${how})`);
  const there = page.getByRole("main").getByRole("link");
  const address = await there.getAttribute("href");
  scene.check(`a link leads to signing out there (${how})`, address.startsWith(`${provider}/session/end?`), address);
  await there.press("Enter");
  await page.waitForURL(`${provider}/**`);
  scene.check(`the provider asks whether to sign out (${how})`, page.url().startsWith(provider));
  const again = await page.goto(`${scene.origin}/${language}/staff`);
  scene.check(`nobody is signed in any more (${how})`, again.status() === 401, again.status());
}

async function cancelled(scene, provider) {
  const page = await scene.visitor({ language: "en", elsewhere: [provider] });
  await page.goto(`${scene.origin}/en/login`);
  await choose(page);
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await page.waitForURL(`${scene.origin}/login/return/**`);
  await scene.inspect(page, "sign-in that was cancelled");
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  scene.check("it says that nobody was signed in", title === page.say("web-sign-in-refused-title"), title);
}

// The only university of the demo.
async function choose(page) {
  await page.getByRole("main").getByRole("link").first().press("Enter");
}
