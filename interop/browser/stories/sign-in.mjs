// LI1: a registrar signs in through the university's provider, by links and keys alone, and out again there; without script as well.
// LI14: whoever is idle is warned and can stay; what was written outlasts the session.

export async function tell(scene) {
  const provider = process.env.SIGNET_LOGIN;
  if (!provider) {
    console.log("skip sign-in: SIGNET_LOGIN names no login provider");
    return;
  }
  await inAndOut(scene, provider, { language: "en", script: true });
  await inAndOut(scene, provider, { language: "cs", script: false });
  await cancelled(scene, provider);
  await warned(scene, provider);
  await outlasted(scene, provider);
}

async function inAndOut(scene, provider, { language, script }) {
  const how = script ? language : `${language}, without script`;
  const page = await scene.visitor({ language, script, elsewhere: [provider] });
  await page.goto(`${scene.origin}/${language}/staff`);
  await page.getByRole("main").getByRole("link", { name: page.say("web-sign-in-menu") }).press("Enter");
  await page.waitForURL(`${scene.origin}/${language}/login?**`);
  await scene.inspect(page, `choice of providers (${how})`);

  await choose(page);
  await recognised(page, provider);
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

// Ten minutes of nothing are not waited for: the page's own clock is moved.
async function warned(scene, provider) {
  const page = await scene.visitor({ language: "en", elsewhere: [provider] });
  await signedIn(scene, page, provider);
  await page.clock.install();
  await page.goto(`${scene.origin}/en/staff/credentials`);
  const dialog = page.getByRole("alertdialog");
  const title = () => dialog.getByRole("heading").innerText();
  await page.clock.fastForward("26:00");
  scene.check("nobody is warned long before the end", !(await dialog.isVisible()));
  await page.clock.fastForward("01:30");
  await dialog.waitFor();
  scene.check("whoever is idle is warned", (await title()) === page.say("web-session-idle-title"), await title());
  await scene.inspect(page, "warning before the end of a session");
  const focused = await page.evaluate(() => document.activeElement.textContent.trim());
  scene.check("the key that is offered first is to stay", focused === page.say("web-session-stay"), focused);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.clock.fastForward("26:00");
  scene.check("whoever stays has the whole time again", !(await dialog.isVisible()));
  await page.clock.fastForward("05:00");
  await dialog.waitFor();
  scene.check("the end is told", (await title()) === page.say("web-session-ended-title"), await title());
  const stay = dialog.getByRole("button", { name: page.say("web-session-stay") });
  scene.check("there is nothing to stay in then", !(await stay.isVisible()));
}

async function outlasted(scene, provider) {
  const page = await scene.visitor({ language: "cs", script: false, elsewhere: [provider] });
  await signedIn(scene, page, provider);
  await page.goto(`${scene.origin}/cs/staff/credentials`);
  await page.getByLabel(page.say("web-staff-find-label")).fill("Jana z Horní");
  const other = await page.context().newPage();
  await other.goto(`${scene.origin}/cs/staff`);
  await other.getByRole("button", { name: page.say("web-frame-logout") }).press("Enter");
  await other.waitForLoadState();
  await page.getByRole("main").getByRole("button", { name: page.say("web-frame-search") }).first().press("Enter");
  await page.waitForLoadState();
  const title = async () => page.getByRole("heading", { level: 1 }).innerText();
  scene.check("the form comes back", (await title()) === page.say("web-session-form-ended-title"), await title());
  await scene.inspect(page, "form that comes back");
  await signedIn(scene, Object.assign(other, { language: "cs" }), provider);
  await page.getByRole("button", { name: page.say("web-session-form-continue") }).press("Enter");
  await page.waitForLoadState();
  scene.check("before it is sent it says who is signed in", (await title()) === page.say("web-session-form-again-title"), await title());
  await scene.inspect(page, "form before it is sent again");
  await page.getByRole("button", { name: page.say("web-session-form-send") }).press("Enter");
  await page.waitForLoadState();
  const kept = await page.getByLabel(page.say("web-staff-find-label")).inputValue();
  scene.check("nothing that was written is lost", kept === "Jana z Horní", kept);
}

async function signedIn(scene, page, provider) {
  await page.goto(`${scene.origin}/${page.language}/login`);
  await choose(page);
  await recognised(page, provider);
  await page.waitForURL(`${scene.origin}/${page.language}/staff`);
}

async function recognised(page, provider) {
  await page.waitForURL(`${provider}/interaction/**`);
  await page.getByLabel("Name").fill("registrar");
  await page.getByLabel("Second factor").press("Space");
  await page.getByRole("button", { name: "Continue" }).press("Enter");
}

// The only university of the demo.
async function choose(page) {
  await page.getByRole("main").getByRole("link").first().press("Enter");
}
