//! A university's register whose people sign in through a real OpenID provider (oidc-provider), and a state's provider beside it.

use std::{env, fs};

use super::{
    folder::{Installation, seal_section, settings},
    http::{Answer, Browser},
    server::Server,
};

/// What whoever brings an answer that is not taken is told.
pub const AGAIN: &str = "Please sign in again";
pub const MFA: &str = "https://refeds.org/profile/mfa";

/// A university's register whose people sign in through its own provider, and a state's provider beside it.
pub struct Stage {
    pub server: Server,
    pub university: String,
    pub installation: Installation,
}

/// The host of an address.
pub fn host(address: &str) -> &str {
    address.strip_prefix("http://").unwrap().split('/').next().unwrap()
}

/// Path and query of an address.
pub fn path(address: &str) -> &str {
    let rest = address.strip_prefix("http://").unwrap_or(address);
    rest.find('/').map_or("/", |at| &rest[at..])
}

/// How we prove to the university's provider who we are.
#[derive(Clone, Copy, PartialEq)]
pub enum Proof {
    Secret,
    Key,
}

/// Registers us with a provider; the section of the settings about it.
fn section(issuer: &str, own: &str, name: &str, more: &str, proof: Proof) -> String {
    let by = match proof {
        Proof::Secret => String::new(),
        Proof::Key => format!(
            r#","token_endpoint_auth_method":"private_key_jwt","token_endpoint_auth_signing_alg":"ES256","jwks_uri":"http://{own}/.well-known/jwks.json""#
        ),
    };
    let wish = format!(
        r#"{{"redirect_uris":["http://{own}/login/return/{name}"],"post_logout_redirect_uris":["http://{own}/"],"backchannel_logout_uri":"http://{own}/login/backchannel/{name}","backchannel_logout_session_required":true{by}}}"#
    );
    let registered = Browser::new(host(issuer)).post_json("/reg", &wish).expect(201);
    let registered: serde_json::Value = serde_json::from_slice(&registered.body).unwrap();
    let id = registered["client_id"].as_str().unwrap();
    let secret = registered["client_secret"].as_str().unwrap_or("none");
    let proof = match proof {
        Proof::Secret => format!("client_secret = \"{name}.secret\""),
        Proof::Key => "client_authentication = \"private-key-jwt\"\nclient_key = \"login.key.pem\"".to_owned(),
    };
    format!(
        "\n[[login]]\nname = \"{name}\"\nlabel_cs = \"Zkušební {name}\"\nlabel_en = \"Test {name}\"\nissuer = \"{issuer}\"\n\
         client_id = \"{id}\"\n{proof}\nscopes = [\"profile\"]\n{more}\
         #secret {secret}\n"
    )
}

fn rules(least: &str) -> String {
    let role = |role: &str| {
        let home = "horni-dolni.example";
        format!(
            "[[login.role]]\nclaim = \"eduperson_entitlement\"\nrole = \"{role}\"\n\
             equals = \"urn:geant:{home}:group:mikrocertifikaty:role={role}#idm.{home}\"\n"
        )
    };
    format!(
        "institution = \"horni-dolni\"\nlevel = \"{least}\"\n[[login.acr]]\nvalue = \"{MFA}\"\nlevel = \"multi\"\n{}{}\
         [login.person]\nclaim = \"sub\"\ncut = \"@horni-dolni.example\"\n\
         [login.home]\nclaim = \"schac_home_organization\"\nany = [\"horni-dolni.example\"]\n",
        role("registrar"),
        role("guarantor")
    )
}

/// `None` without the providers, which are started for the whole test.
pub fn stage() -> Option<Stage> {
    stage_with("multi")
}

/// The same, with the least level at which the university lets anybody in.
pub fn stage_with(least: &str) -> Option<Stage> {
    stage_of(least, Proof::Secret)
}

pub fn stage_of(least: &str, proof: Proof) -> Option<Stage> {
    let (Ok(university), Ok(national)) = (env::var("SIGNET_TEST_LOGIN"), env::var("SIGNET_TEST_LOGIN_NATIONAL")) else {
        println!("skipped: SIGNET_TEST_LOGIN names no login provider");
        return None;
    };
    let installation = Installation::bare();
    let common = settings(&installation.demo())
        .replace("filter = \"error\"", "filter = \"info,reqwest=debug,hyper_util=debug\"");
    let own = common.split("listen = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut text = common + &seal_section(&installation.demo(), "horni-dolni");
    if proof == Proof::Key {
        installation.run(&["login-key", "make"]).expect(0);
    }
    let providers =
        [(&university, "horni-dolni", rules(least), proof), (&national, "stat", String::new(), Proof::Secret)];
    for (issuer, name, more, proof) in providers {
        let section = section(issuer, &own, name, &more, proof);
        let secret = section.split("#secret ").nth(1).unwrap().trim();
        put_secret(&installation, name, secret);
        text += &section;
    }
    installation.put_settings(&text);
    installation.furnish();
    let server = Server::of(&installation);
    Some(Stage { server, university, installation })
}

fn put_secret(installation: &Installation, name: &str, secret: &str) {
    use std::os::unix::fs::PermissionsExt;
    let file = installation.own().join(format!("{name}.secret"));
    fs::write(&file, secret).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
}

impl Stage {
    pub fn browser(&self) -> Browser {
        Browser::new(&self.server.address)
    }

    /// Sends a browser to a provider, and signs in there; the address it is sent back to.
    pub fn there(&self, browser: &mut Browser, provider: &str, form: &str, to: &str) -> String {
        let sent = browser.get(&format!("/en/login/at/{provider}{to}")).expect(303).header("location").to_owned();
        let mut there = Browser::new(host(&sent));
        let interaction = there.get(path(&sent)).expect(303).header("location").to_owned();
        let resumed = there.post(path(&interaction), form).expect(303).header("location").to_owned();
        let back = there.get(path(&resumed)).expect(303).header("location").to_owned();
        assert_eq!(host(&back), self.server.address);
        path(&back).to_owned()
    }

    /// Signs somebody in at the university; the answer to coming back.
    pub fn sign_in(&self, browser: &mut Browser, person: &str) -> Answer {
        let back = self.there(browser, "horni-dolni", &format!("login={person}&mfa=yes"), "");
        browser.get(&back)
    }
}

/// A refusal in a page of its own, with the sentence that belongs to it.
#[track_caller]
pub fn refused(answer: Answer, status: u16, sentence: &str) {
    let text = answer.expect(status).text();
    assert!(text.contains("You are not signed in") && text.contains(sentence), "{sentence}");
}
