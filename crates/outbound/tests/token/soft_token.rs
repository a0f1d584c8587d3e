//! A token of SoftHSM2 in a temporary folder. The module reads its settings from the environment, which a test may not
//! change for its own process: each test runs itself again as a child that has them.

use std::{
    env, fs,
    future::Future,
    path::{Path, PathBuf},
    process::Command,
};

use cryptoki::{
    context::{CInitializeArgs, CInitializeFlags, Pkcs11},
    mechanism::Mechanism,
    object::{Attribute, AttributeType},
    session::{Session, UserType},
    types::AuthPin,
};
use signet_testing::{
    Entity, certificate, curve, p256,
    rcgen::{self, PublicKeyData, SignatureAlgorithm},
    rsa,
};

pub const PIN: &str = "271828";
const SO_PIN: &str = "314159";

/// Marks the child, and names its folder.
const FOLDER: &str = "SIGNET_TEST_TOKEN_FOLDER";

pub struct SoftToken {
    pub module: PathBuf,
    folder: PathBuf,
    runtime: tokio::runtime::Runtime,
}

/// In the child: its token. In the parent: nothing, once the child has passed (or there is no module).
pub fn in_a_folder_of_its_own(test: &str) -> Option<SoftToken> {
    let lent = env::var_os("SIGNET_TEST_PKCS11").map(PathBuf::from);
    let module = lent.unwrap_or_else(|| "/usr/lib/softhsm/libsofthsm2.so".into());
    if !module.exists() {
        println!("skipped: no SoftHSM2 (SIGNET_TEST_PKCS11 unset and Debian's softhsm2 not installed)");
        return None;
    }
    if let Some(folder) = env::var_os(FOLDER) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let soft = SoftToken { module, folder: folder.into(), runtime };
        soft.util(&["--init-token", "--free", "--label", "seals", "--so-pin", SO_PIN, "--pin", PIN]);
        return Some(soft);
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("tokens")).unwrap();
    let conf = folder.path().join("softhsm2.conf");
    let tokens = folder.path().join("tokens");
    fs::write(&conf, format!("directories.tokendir = {}\nobjectstore.backend = file\n", tokens.display())).unwrap();
    let ended = Command::new(env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture"])
        .env("SOFTHSM2_CONF", &conf)
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stdout) + String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success() && said.contains("1 passed"), "{said}");
    None
}

impl SoftToken {
    pub fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    fn util(&self, args: &[&str]) {
        let ended = Command::new("softhsm2-util").args(args).arg("--module").arg(&self.module).output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }

    /// Makes a key named by its kind, brings it into the token, and returns its certificate.
    pub fn import(&self, kind: &str, id: &str) -> String {
        let key = match kind {
            "wide" => curve(&rcgen::PKCS_ECDSA_P384_SHA384),
            "rsa" => rsa(),
            _ => p256(),
        };
        let seal = Entity::root_with(certificate::seal("Test Seal"), key);
        let file = self.file(kind);
        fs::write(&file, seal.key_pem()).unwrap();
        let import =
            ["--import", file.to_str().unwrap(), "--token", "seals", "--label", kind, "--id", id, "--pin", PIN];
        self.util(&import);
        fs::remove_file(file).unwrap();
        seal.pem()
    }

    fn file(&self, name: &str) -> PathBuf {
        Path::new(&self.folder).join(format!("{name}.pem"))
    }

    fn started(&self) -> Pkcs11 {
        let module = Pkcs11::new(&self.module).unwrap();
        // The product may have started it before.
        let _ = module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK));
        module
    }

    fn session(&self) -> Session {
        let module = self.started();
        let slot = module.get_slots_with_initialized_token().unwrap()[0];
        module.open_rw_session(slot).unwrap()
    }

    /// Sets another PIN, as its custodian would from elsewhere.
    pub fn change_pin(&self, new: &str) {
        let session = self.session();
        session.login(UserType::User, Some(&AuthPin::from(PIN))).unwrap();
        session.set_pin(&AuthPin::from(PIN), &AuthPin::from(new)).unwrap();
        session.logout().unwrap();
    }

    /// Ends the login of the whole process.
    pub fn log_out(&self) {
        self.session().logout().unwrap();
    }

    /// Ends the module for the whole process: every session is gone.
    pub fn end_module(&self) {
        self.started().finalize().unwrap();
    }

    /// Makes an RSA key in the token that wants the PIN before each signature; its certificate is another key's work.
    pub fn generate_asking(&self, label: &str) -> String {
        let session = self.session();
        session.login(UserType::User, Some(&AuthPin::from(PIN))).unwrap();
        let label = Attribute::Label(label.as_bytes().to_vec());
        let public = [
            Attribute::Token(true),
            Attribute::Verify(true),
            label.clone(),
            Attribute::ModulusBits(2048.into()),
            Attribute::PublicExponent(vec![1, 0, 1]),
        ];
        let private = [
            Attribute::Token(true),
            Attribute::Private(true),
            Attribute::Sensitive(true),
            Attribute::Sign(true),
            Attribute::AlwaysAuthenticate(true),
            label,
        ];
        let (public, _) = session.generate_key_pair(&Mechanism::RsaPkcsKeyPairGen, &public, &private).unwrap();
        let found = session.get_attributes(public, &[AttributeType::Modulus, AttributeType::PublicExponent]).unwrap();
        let [Attribute::Modulus(modulus), Attribute::PublicExponent(exponent)] = found.as_slice() else {
            panic!("no public key")
        };
        use signet_seal::asn1::{sequence, unsigned};
        let key = RsaPublic(sequence(&[&unsigned(modulus), &unsigned(exponent)]));
        session.logout().unwrap();
        let authority = Entity::root(certificate::authority("Test Root", None));
        certificate::seal("Test Seal").signed_by(&key, &authority.issuer()).unwrap().pem()
    }
}

struct RsaPublic(Vec<u8>);

impl PublicKeyData for RsaPublic {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &rcgen::PKCS_RSA_SHA256
    }
}
