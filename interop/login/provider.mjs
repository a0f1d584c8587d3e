// Login providers to sign in with: one of a university, one of a state. `node provider.mjs UNIVERSITY_PORT NATIONAL_PORT DEMO`,
// DEMO being the address of a demonstration, which is a client of the university's by the name `demo`. Whoever is named in PEOPLE signs in by that name; a checkbox stands for the second factor. Other clients register themselves.

import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(process.env.SIGNET_LOGIN_MODULES, "provider.cjs"));
const { Provider } = await import(pathToFileURL(require.resolve("oidc-provider")));

const MFA = "https://refeds.org/profile/mfa";
const HOME = "horni-dolni.example";
const role = (name) => `urn:geant:${HOME}:group:mikrocertifikaty:role=${name}#idm.${HOME}`;

const PEOPLE = {
  registrar: { sub: `HD-90001@${HOME}`, name: "Marie Vzorová", home: HOME, entitlements: [role("registrar")] },
  several: { sub: `HD-90002@${HOME}`, name: "Hana Vzorná", home: HOME, entitlements: [role("registrar"), role("guarantor")] },
  guarantor: { sub: `HD-90014@${HOME}`, name: "Karel Vzor", home: HOME, entitlements: [role("guarantor")] },
  quality: { sub: `HD-90015@${HOME}`, name: "Eva Jakostní", home: HOME, entitlements: [role("quality-office")] },
  colleague: { sub: `HD-90016@${HOME}`, name: "Petr Vzorový", home: HOME, entitlements: [role("registrar")] },
  foreign: { sub: `HD-90003@${HOME}`, name: "Cizí Osoba", home: "other.example", entitlements: [role("registrar")] },
  holder: { sub: `HD-70001@${HOME}`, name: "Jitka Ukázková", home: HOME, entitlements: [] },
  nobody: { sub: `HD-00000@${HOME}`, name: "Nikdo Známý", home: HOME, entitlements: [] },
};

// What a state knows of people. Of two of them it knows another surname, and another day.
const BORN = "1988-09-01";
Object.assign(PEOPLE.registrar, { given_name: "Marie", family_name: "Vzorová", birthdate: "1975-03-02" });
Object.assign(PEOPLE.holder, { given_name: "Jitka", family_name: "Ukázková", birthdate: BORN });
PEOPLE.married = { ...PEOPLE.nobody, sub: `HD-70901@${HOME}`, given_name: "Jitka", family_name: "Vdaná", birthdate: BORN };
PEOPLE.unknown = { ...PEOPLE.nobody, sub: `HD-70902@${HOME}`, given_name: "Jitka", family_name: "Cizí", birthdate: "1901-01-01" };

function claimsOf(name) {
  const { home, entitlements, ...person } = PEOPLE[name];
  return { ...person, email: `${name}@${HOME}`, schac_home_organization: home, eduperson_entitlement: entitlements };
}

function configuration(pairwise, clients) {
  const released = ["name", "given_name", "family_name", "birthdate", "email", "schac_home_organization", "eduperson_entitlement"];
  return {
    clients,
    acrValues: [MFA],
    claims: { openid: ["sub"], profile: released, acr: null, auth_time: null, iss: null, sid: null },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString("hex")] },
    subjectTypes: pairwise ? ["pairwise"] : ["public"],
    pairwiseIdentifier: (_, account, client) => `${client.clientId}.${account}`,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      claimsParameter: { enabled: true },
      backchannelLogout: { enabled: true },
      // Its own page asks a foreign server for a font.
      rpInitiatedLogout: { logoutSource: (ctx, form) => { ctx.body = signOut(form); } },
    },
    // The services it calls back are on this machine, where it would call nobody by itself.
    fetch: (url, { dispatcher: _, ...options }) => fetch(url, { ...options, signal: AbortSignal.timeout(60_000) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => {
      const name = Object.keys(PEOPLE).find((it) => PEOPLE[it].sub === id);
      return name && { accountId: id, claims: () => claimsOf(name) };
    },
    // Nobody is asked whether the service may know what it asks for: universities decide that for their people.
    async loadExistingGrant(ctx) {
      const { client, session, params, provider } = ctx.oidc;
      const known = session.grantIdFor(client.clientId);
      const grant = (known && (await provider.Grant.find(known))) ||
        new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(params.scope);
      await grant.save();
      return grant;
    },
  };
}

const page = (uid) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Login provider</title>
<main><h1>Login provider</h1><form method="post" action="/interaction/${uid}">
<label>Name <input name="login" autocomplete="off"></label>
<label><input type="checkbox" name="mfa" value="yes"> Second factor</label>
<button>Continue</button><button name="cancel" value="yes">Cancel</button></form></main></html>`;

const signOut = (form) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Login provider</title>
<main><h1>Sign out</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button></main></html>`;

async function form(request) {
  let text = "";
  for await (const piece of request) text += piece;
  return new URLSearchParams(text);
}

async function interact(provider, request, response) {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page(uid));
    return;
  }
  const filled = await form(request);
  const person = PEOPLE[filled.get("login")];
  const login = { accountId: person?.sub, ...(filled.get("mfa") ? { acr: MFA, amr: ["mfa"] } : {}) };
  const declined = filled.get("cancel") || !person;
  const result = declined ? { error: "access_denied", error_description: "the person gave up" } : { login };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function serve(port, pairwise, clients) {
  const provider = new Provider(`http://127.0.0.1:${port}`, configuration(pairwise, clients));
  provider.on("backchannel.error", (_, error) => console.error(error.message));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    interact(provider, request, response).catch((error) => {
      console.error(error);
      response.statusCode = 500;
      response.end();
    });
  });
  server.listen(port, "127.0.0.1", () => console.log(`ready ${port}`));
}

const [university, national, demo] = process.argv.slice(2);
const demonstration = {
  client_id: "demo",
  client_secret: process.env.SIGNET_LOGIN_SECRET,
  redirect_uris: [`${demo}/login/return/horni-dolni`],
  post_logout_redirect_uris: [`${demo}/`],
};
serve(Number(university), false, [demonstration]);
serve(Number(national), true, []);
