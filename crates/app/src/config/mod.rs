//! `signet.toml`: every setting, where it comes from and what it defaults to. The only reader of files of settings.

mod accessibility;
mod attestation;
pub mod fault;
mod limits;
mod login;
mod mail;
mod operator;
mod reading;
mod seal;
mod trust;
mod value;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use url::Url;

pub use accessibility::{AccessibilityConfig, ConformanceSetting, ExceptionConfig, MethodSetting, ReasonSetting};
pub use attestation::AttestationConfig;
pub use fault::{Cause, ConfigFault, ConfigFaults, Unfit};
pub use limits::{ForwardedHeaderSetting, LimitsConfig, NetworkSetting};
pub use login::{AssuranceSetting, ClientAuthenticationSetting, LoginConfig, RoleRuleConfig};
pub use mail::{MailConfig, MailTlsSetting};
pub use operator::{OperatorConfig, RoleSetting};
pub use reading::{Places, Source, read as read_toml};
pub use seal::{LevelSetting, Pkcs11Config, RemoteConfig, SealConfig, SecretSource, SigningTimeSetting};
pub use trust::{ListsSetting, MandateSetting, TrustConfig, sha256_digits};

/// The whole of `signet.toml`. An unknown key is an error: a misspelt setting must not be a silent default.
///
/// To add a setting: a field here with its default, a line in `docs/examples/signet.toml`, and, where it names a file, a line in
/// [`Config::resolve`]. A value of a new form says in its visitor what it expects ([`fault::Expected`]).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where it was read from.
    #[serde(skip)]
    pub source: Source,
    /// Where things are kept.
    #[serde(default)]
    pub store: StoreConfig,
    /// What the server answers on.
    #[serde(default)]
    pub server: ServerConfig,
    /// What clients and their files may cost.
    #[serde(default)]
    pub limits: LimitsConfig,
    /// How credentials are sealed, one section for each body that seals. Without one for its sealer an award waits.
    #[serde(default)]
    pub seal: Vec<SealConfig>,
    /// The key that signs statements about records. Without one none are signed; the root stands in every file all the same.
    pub attestation: Option<AttestationConfig>,
    /// Who may use the command line, and as what. Without one whoever can read the settings, as long as every seal is a test seal.
    #[serde(default)]
    pub operator: Vec<OperatorConfig>,
    /// Who vouches for people, one section for each login provider. Without one people sign in by one-time links.
    #[serde(default)]
    pub login: Vec<LoginConfig>,
    /// The relay that takes letters to holders. Without one none are written.
    pub mail: Option<MailConfig>,
    /// What is stated about the accessibility of the pages. Without it the page says that nothing is.
    pub accessibility: Option<AccessibilityConfig>,
    /// When protection is renewed.
    #[serde(default)]
    pub renewal: RenewalConfig,
    /// How long what is not permanent is kept.
    #[serde(default)]
    pub retention: RetentionConfig,
    /// Whom the verifier trusts.
    #[serde(default)]
    pub trust: TrustConfig,
    /// How far outgoing connections may go.
    #[serde(default)]
    pub outbound: OutboundConfig,
    /// What is written to the log.
    #[serde(default)]
    pub log: LogConfig,
}

/// `[store]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StoreConfig {
    /// `sqlite:register.db` or `postgres://…`.
    pub database: String,
    /// Folder of artefacts.
    pub artefacts: PathBuf,
    /// File of 32 secret bytes from which the links of shares are derived. Never in the database.
    pub link_key: PathBuf,
}

impl Default for StoreConfig {
    fn default() -> Self {
        StoreConfig {
            database: "sqlite:register.db".into(),
            artefacts: "artefacts".into(),
            link_key: "link.key".into(),
        }
    }
}

/// `[server]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServerConfig {
    /// Address and port to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The address people see, in links, codes and status lists.
    pub base_url: Option<Url>,
    /// Address and port of `/metrics` and of `/healthz` in detail, for the operator alone; without one there are none.
    pub management: Option<SocketAddr>,
    /// Proxies whose word about the client's address is taken: addresses, or networks such as `10.0.0.0/8`.
    pub trusted_proxies: Vec<NetworkSetting>,
    /// The header in which they give it: `x-forwarded-for` or `forwarded` (RFC 7239).
    pub forwarded_header: ForwardedHeaderSetting,
    /// Largest file accepted for verification or import, in megabytes.
    pub upload_mb_max: usize,
    /// Where people report barriers and ask about their data: an e-mail address.
    pub contact: Option<String>,
    /// Credentials being sealed at the same time; 0 means one for each processor core.
    pub sealers: usize,
}

impl Default for ServerConfig {
    fn default() -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        ServerConfig {
            listen,
            base_url: None,
            management: None,
            trusted_proxies: Vec::new(),
            forwarded_header: ForwardedHeaderSetting::default(),
            upload_mb_max: 20,
            contact: None,
            sealers: 0,
        }
    }
}

/// `[renewal]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RenewalConfig {
    /// `signet renew` takes what will weaken within so many days.
    pub days_ahead: u32,
}

impl Default for RenewalConfig {
    fn default() -> Self {
        RenewalConfig { days_ahead: 183 }
    }
}

/// `[retention]`
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RetentionConfig {
    /// An uploaded file of results is forgotten so many days after its batch was issued or given up.
    pub upload_days: u32,
    /// A batch that nobody decided about is given up after so many days.
    pub undecided_days: u32,
}

impl Default for RetentionConfig {
    fn default() -> Self {
        let signet_store::SweepTerms { upload_days, undecided_days, whole: _ } = signet_store::SweepTerms::default();
        RetentionConfig { upload_days, undecided_days }
    }
}

/// `[outbound]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OutboundConfig {
    /// `public`, `loopback` or `anywhere`.
    pub reach: ReachSetting,
    /// Seconds one exchange may take.
    pub seconds_max: u64,
}

impl Default for OutboundConfig {
    fn default() -> Self {
        OutboundConfig { reach: ReachSetting::Public, seconds_max: 10 }
    }
}

/// How far outgoing connections may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReachSetting {
    /// Public addresses only.
    Public,
    /// Also this machine.
    Loopback,
    /// Any address.
    Anywhere,
}

/// `[log]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogConfig {
    /// `text` or `json`.
    pub format: LogFormat,
    /// As in `tracing`: `info`, `warn,signet_issue=debug`.
    pub filter: String,
}

impl Default for LogConfig {
    fn default() -> Self {
        LogConfig { format: LogFormat::Text, filter: "info,sqlx=warn".into() }
    }
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Config {
    /// Reads settings; relative paths in them are relative to the file.
    ///
    /// # Errors
    /// Everything that is wrong with the file, at once.
    pub fn read(path: &Path) -> Result<Self, ConfigFaults> {
        let faults = |faults: Vec<ConfigFault>| ConfigFaults { path: path.into(), faults };
        let whole = |cause: Cause| vec![ConfigFault { line: None, key: String::new(), cause }];
        let bytes = fs::read(path).map_err(|error| faults(whole(Cause::File(error))))?;
        let (mut config, places): (Config, Places) = reading::read(&bytes).map_err(faults)?;
        config.source = Source { path: path.to_owned(), places };
        config.resolve(path.parent().unwrap_or(Path::new(".")));
        Ok(config)
    }

    fn resolve(&mut self, folder: &Path) {
        let anchored = |path: &mut PathBuf| *path = folder.join(&*path);
        self.trust.policy.iter_mut().for_each(anchored);
        anchored(&mut self.store.artefacts);
        anchored(&mut self.store.link_key);
        self.seal.iter_mut().for_each(|seal| seal.resolve(folder));
        self.login.iter_mut().for_each(|login| login.resolve(folder));
        self.mail.iter_mut().for_each(|mail| mail.resolve(folder));
        self.attestation.iter_mut().for_each(|attestation| attestation.resolve(folder));
        self.trust.anchors.iter_mut().chain(self.trust.test_anchors.iter_mut()).for_each(anchored);
        anchored(&mut self.trust.cache);
        for signer in self.trust.lotl_signers.iter_mut().filter(|signer| sha256_digits(signer).is_none()) {
            *signer = folder.join(&*signer).display().to_string();
        }
        if let Some(file) = self.store.database.strip_prefix("sqlite:")
            && !file.starts_with(':')
        {
            self.store.database = format!("sqlite:{}", folder.join(file).display());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use std::collections::BTreeSet;

    use signet_lang::Locale;

    use super::*;

    const EXAMPLE: &str = include_str!("../../../../docs/examples/signet.toml");

    fn read(text: &str) -> Result<Config, ConfigFaults> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signet.toml");
        fs::write(&path, text).unwrap();
        Config::read(&path)
    }

    /// Each fault as its line, its key and the beginning of its cause.
    fn faults(text: &str) -> Vec<(usize, String, String)> {
        let cause = |fault: &ConfigFault| format!("{:?}", fault.cause).split([' ', '(']).next().unwrap().to_owned();
        let found = read(text).unwrap_err().faults;
        found.iter().map(|fault| (fault.line.unwrap_or(0), fault.key.clone(), cause(fault))).collect()
    }

    #[test]
    fn an_empty_file_has_every_default() {
        let config = read("").unwrap();
        assert_eq!(config.server.listen.port(), 8080);
        assert!(config.seal.is_empty());
        assert!(config.store.artefacts.is_absolute() && config.store.artefacts.ends_with("artefacts"));
        assert!(config.store.link_key.ends_with("link.key"));
        assert!(config.store.database.ends_with("/register.db"));
    }

    /// The example with what stands after `# ` as a setting, if `chosen`.
    fn uncommented(chosen: bool) -> String {
        let setting = |line: &str| {
            let Some(text) = line.strip_prefix("# ") else { return line.to_owned() };
            let key = text.split(" = ").next().unwrap_or_default();
            let is_key = text.contains(" = ") && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            let is_section = text.starts_with("[seal.") || matches!(text, "[attestation]" | "[[operator]]" | "[mail]");
            let is_section = is_section || text.starts_with("[[login") || text.starts_with("[login.");
            let is_section = is_section || text == "[accessibility]" || text == "[[accessibility.exception]]";
            let is_setting = chosen && (is_section || is_key);
            if is_setting { text.to_owned() } else { line.to_owned() }
        };
        EXAMPLE.lines().map(setting).collect::<Vec<_>>().join("\n")
    }

    /// Everything but where it was read from.
    fn shown(mut config: Config) -> String {
        let folder = config.source.path.parent().unwrap().display().to_string();
        config.source = Source::default();
        format!("{config:#?}").replace(&folder, "")
    }

    #[test]
    fn what_the_example_shows_without_a_mark_is_the_default() {
        let (before, seal) = EXAMPLE.split_once("[[seal]]").unwrap();
        let after = seal.split_once("\n[renewal]").unwrap().1;
        let without_seal = read(&format!("{before}\n[renewal]{after}")).unwrap();
        assert_eq!(shown(without_seal), shown(read("").unwrap()));
        // Of a seal, `key` and `password` are examples, as the text says; all else is the default.
        let least = read("[[seal]]\nkey = \"seal.p12\"\npassword = \"seal.password\"\n").unwrap();
        assert_eq!(shown(read(EXAMPLE).unwrap()), shown(least));
    }

    #[test]
    fn the_example_shows_every_setting_and_nothing_else() {
        let whole = uncommented(true);
        let config = read(&whole).unwrap();
        assert!(config.seal[0].pkcs11.is_some() && config.seal[0].remote.is_some() && config.seal[0].from.is_some());
        let headings: Vec<&str> = whole.lines().filter(|line| line.starts_with('[')).collect();
        for heading in headings {
            let line = format!("\n{heading}\n");
            let text = whole.replacen(&line, &format!("{line}no_such_setting = 1\n"), 1);
            let found = read(&text).unwrap_err().faults;
            let Cause::UnknownKey { known, .. } = &found[0].cause else { panic!("{:?}", found[0]) };
            let section = whole.split_once(&line).unwrap().1;
            let own = section.lines().take_while(|line| !line.starts_with('['));
            let shown: BTreeSet<&str> = own.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect();
            let tables: &[&str] = match heading {
                "[[login]]" => &["acr", "always", "role", "person", "home"],
                "[accessibility]" => &["exception"],
                _ => &["pkcs11", "remote"],
            };
            let known: BTreeSet<&str> = known.iter().copied().filter(|key| !tables.contains(key)).collect();
            let shown: BTreeSet<&str> = shown.into_iter().filter(|key| !key.starts_with('#')).collect();
            assert_eq!(known, shown, "{heading}");
        }
    }

    #[test]
    fn all_faults_are_found_at_once_each_with_its_line_and_key() {
        let text = "[store]\ndatabase = 7\nartefact = \"a\"\n\n[server]\nlisten = \"hier\"\nbase_url = \"mikro\"\n\
                    upload_mb_max = -1\nsealers = \"two\"\n\n[[seal]]\nlevel = \"B-X\"\ntest = \"yes\"\n\
                    [seal.pkcs11]\nmodule = \"m.so\"\nmodul = 1\n\n[[seal]]\nfrom = \"2027-01-15\"\npassword = 12\n\n\
                    [[seal]]\npassword = { envv = \"X\" }\n\n[trust]\nlists = \"us\"\nanchors = [\"a.pem\", 3]\n\n[servr]\n";
        let expected = [
            (2, "store.database", "WrongType"),
            (3, "store.artefact", "UnknownKey"),
            (6, "server.listen", "NotThat"),
            (7, "server.base_url", "NotThat"),
            (8, "server.upload_mb_max", "NotThat"),
            (9, "server.sealers", "WrongType"),
            (12, "seal[1].level", "NotOneOf"),
            (13, "seal[1].test", "WrongType"),
            (14, "seal[1].pkcs11.pin", "Missing"),
            (16, "seal[1].pkcs11.modul", "UnknownKey"),
            (19, "seal[2].from", "WrongType"),
            (20, "seal[2].password", "NotThat"),
            (23, "seal[3].password.envv", "UnknownKey"),
            (26, "trust.lists", "NotOneOf"),
            (27, "trust.anchors[2]", "WrongType"),
            (29, "servr", "UnknownKey"),
        ];
        let expected = expected.map(|(line, key, cause)| (line, key.to_owned(), cause.to_owned()));
        assert_eq!(faults(text), expected);
    }

    #[test]
    fn what_is_not_toml_is_named_with_its_line() {
        let found = faults("[store]\ndatabase = sqlite\nartefacts \"a\"\n[store]\n");
        let lines: Vec<usize> = found.iter().map(|(line, ..)| *line).collect();
        assert!(found.iter().all(|(_, _, cause)| cause == "Syntax"), "{found:?}");
        assert!(lines == [2, 3], "{found:?}");
        assert_eq!(faults("[store]\n[server]\n[store]\n")[0].0, 3);
        let bytes = reading::read::<Config>(b"[store]\n# \xe8\n").unwrap_err();
        assert!(matches!(bytes[..], [ConfigFault { line: Some(2), cause: Cause::NotUtf8, .. }]));
    }

    /// Words that only the parser, the system or serde would say.
    const RAW: [&str; 9] =
        ["expected", "invalid", "missing", "unknown", "TOML parse", "os error", "No such", "did not match", "syntax"];

    #[test]
    fn every_fault_is_told_in_czech_without_a_word_of_the_library() {
        let samples = [
            "[server]\nlisten = \"hier\"\n",
            "[server]\nbase_url = \"mikro\"\n",
            "[server]\nlisten = 1\nsealers = -1\nupload_mb_max = 1.5\n",
            "[servr]\n",
            "[outbound]\nreach = \"everywhere\"\nseconds_max = \"x\"\n",
            "[[seal]]\nlevel = 1\ntest = 1\nfrom = 1\npassword = 3\nkey = true\nstamps = \"x\"\n",
            "[[seal]]\n[seal.remote]\n",
            "a",
            "a = ",
            "seal = 1\nstore = []\n",
            "[trust]\nanchors = \"x\"\n",
        ];
        for text in samples {
            let found = read(text).unwrap_err();
            for fault in &found.faults {
                let told = fault.sentence(Locale::CZECH);
                assert!(told.starts_with("řádek "), "{told}");
                assert!(RAW.iter().all(|word| !told.contains(word)), "{told}");
                assert!(!fault.sentence(Locale::ENGLISH).contains("os error"));
            }
            assert!(found.sentence(Locale::CZECH).contains("signet.toml"));
        }
        let nowhere = Config::read(Path::new("/nowhere/signet.toml")).unwrap_err().sentence(Locale::CZECH);
        assert!(nowhere.contains("neexistuje") && RAW.iter().all(|word| !nowhere.contains(word)), "{nowhere}");
    }

    #[test]
    fn mandates_have_two_bodies_and_a_time() {
        let mandate = r#"{ awarding_body = "NTRCZ-00000001", sealing_body = "NTRCZ-00000002", until = 2028-01-01 }"#;
        let trust = read(&format!("[trust]\nmandates = [{mandate}]\n")).unwrap().trust;
        assert_eq!(trust.mandates[0].until.unwrap().0.to_string(), "2027-12-31T23:00:00Z");
        // As it is passed on to the processes that verify strangers' files.
        let passed: TrustConfig = serde_json::from_str(&serde_json::to_string(&trust).unwrap()).unwrap();
        assert_eq!(passed.mandates[0].until, trust.mandates[0].until);
        assert!(read("[trust]\nmandates = [{ awarding_body = \"NTRCZ-1\" }]\n").is_err());
    }

    #[test]
    fn proxies_are_networks_and_what_is_none_is_named_with_its_line() {
        let server =
            read("[server]\ntrusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\nforwarded_header = \"forwarded\"\n");
        let server = server.unwrap().server;
        assert_eq!(server.trusted_proxies.len(), 2);
        assert_eq!(server.forwarded_header, ForwardedHeaderSetting::Forwarded);
        let wrong = "[server]\ntrusted_proxies = [\"127.0.0.1\",\n \"10.0.0.0/99\"]\nforwarded_header = \"via\"\n";
        let expected = [(3, "server.trusted_proxies[2]", "NotThat"), (4, "server.forwarded_header", "NotOneOf")];
        assert_eq!(faults(wrong), expected.map(|(line, key, cause)| (line, key.to_owned(), cause.to_owned())));
        let told = read(wrong).unwrap_err().sentence(Locale::CZECH);
        assert!(told.contains("10.0.0.0/8") && told.contains("10.0.0.0/99"), "{told}");
    }

    #[test]
    fn lists_are_the_eus_unless_set_otherwise() {
        let trust = read("").unwrap().trust;
        assert_eq!(trust.lists, ListsSetting::Eu);
        assert!(trust.cache.is_absolute() && trust.cache.ends_with("trusted-lists"));
        let digest = "AB:".repeat(31) + "AB";
        let set = format!("[trust]\nlists = \"none\"\nlotl_signers = [\"{digest}\", \"lotl.pem\"]\n");
        let trust = read(&set).unwrap().trust;
        assert_eq!(trust.lists, ListsSetting::None);
        assert_eq!(sha256_digits(&trust.lotl_signers[0]), Some([0xab; 32]));
        assert!(Path::new(&trust.lotl_signers[1]).is_absolute());
    }
}
