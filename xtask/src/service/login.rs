//! Login providers (oidc-provider, a certified OpenID provider): one of a university, one of a state.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{free_port, listening, random_hex};
use crate::place::Place;
use crate::process::{Ending, Supervised};
use crate::task_error::TaskError;

/// Both, running; they forget everything when this is dropped.
pub struct LoginProviders {
    university: u16,
    national: u16,
    demo: u16,
    secret: String,
    _server: Supervised,
}

impl LoginProviders {
    /// Starts them with the packages in `modules`.
    pub fn start(place: &Place, modules: &Path) -> Result<Self, TaskError> {
        let log = place.log("login providers");
        let (university, national, demo) = (free_port()?, free_port()?, free_port()?);
        let secret = random_hex()?;
        let mut serve = Command::new("node");
        serve
            .arg(place.interop("login/provider.mjs"))
            .args([university.to_string(), national.to_string(), format!("http://127.0.0.1:{demo}")])
            .env("SIGNET_LOGIN_SECRET", &secret)
            .env("SIGNET_LOGIN_MODULES", modules);
        let mut server = Supervised::start(&serve, Ending::Terminate, &log)?;
        for port in [university, national] {
            server.wait_until(Duration::from_secs(30), &log, || listening(port))?;
        }
        Ok(Self { university, national, demo, secret, _server: server })
    }

    /// Issuer of the university's.
    pub fn university(&self) -> String {
        format!("http://127.0.0.1:{}", self.university)
    }

    /// Issuer of the state's.
    pub fn national(&self) -> String {
        format!("http://127.0.0.1:{}", self.national)
    }

    /// Where the demonstration listens, so that the university's provider knows it.
    pub fn demo_address(&self) -> String {
        format!("127.0.0.1:{}", self.demo)
    }

    /// The secret of the demonstration at the university's provider.
    pub fn demo_secret(&self) -> &str {
        &self.secret
    }

    /// What the demonstration's settings say of that provider.
    pub fn demo_settings(&self) -> String {
        let home = "horni-dolni.example";
        let roles: String = ["registrar", "guarantor", "quality-office"]
            .iter()
            .map(|role| {
                format!(
                    "[[login.role]]\nclaim = \"eduperson_entitlement\"\nrole = \"{role}\"\n\
                     equals = \"urn:geant:{home}:group:mikrocertifikaty:role={role}#idm.{home}\"\n"
                )
            })
            .collect();
        format!(
            "\n[[login]]\nname = \"horni-dolni\"\nlabel_cs = \"Univerzita Horní Dolní\"\nlabel_en = \"University of Horní Dolní\"\n\
             institution = \"horni-dolni\"\nissuer = \"{}\"\nclient_id = \"demo\"\nclient_secret = \"login.secret\"\nscopes = [\"profile\"]\n\
             [[login.acr]]\nvalue = \"https://refeds.org/profile/mfa\"\nlevel = \"multi\"\n{roles}\
             [login.person]\nclaim = \"sub\"\ncut = \"@{home}\"\n\
             [login.home]\nclaim = \"schac_home_organization\"\nany = [\"{home}\"]\n",
            self.university()
        )
    }
}
