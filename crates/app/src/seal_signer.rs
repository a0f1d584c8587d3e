//! From settings to the holder of a seal key: files are read, secrets fetched, devices named. No device is touched yet.

use std::{path::Path, time::Duration};

use data_encoding::HEXLOWER_PERMISSIVE;
use signet_issue::{NotStated, SealSigner, seal_identity};
use signet_lang::{Locale, args};
use signet_outbound::{HttpClient, Secret, ServiceSettings, SigningService, Token, TokenSettings, token::Slot};
use signet_seal::{Algorithm, PublicSeal, SealKey};

use crate::{
    config::{AttestationConfig, Pkcs11Config, RemoteConfig, SealConfig, SecretSource, Unfit},
    file, key_problem, terminal,
};

/// Reads what one `[[seal]]` names, and gathers what is wrong with it.
pub struct SealReader<'a> {
    pub locale: Locale,
    /// Settings that do not serve, by their keys in the section.
    pub unfit: &'a mut Vec<Unfit>,
}

impl SealReader<'_> {
    /// The holder of a seal's key, whose certificate states all that a credential must.
    pub fn signer(&mut self, seal: &SealConfig, http_client: &HttpClient) -> Option<SealSigner> {
        let (signer, certificate) = match (&seal.key, &seal.pkcs11, &seal.remote) {
            (Some(key), None, None) => {
                let algorithm = self.algorithm(seal);
                let key = self.key_file(key, seal.chain.as_deref(), seal.password.as_ref(), algorithm)?;
                (SealSigner::File(key), "key")
            }
            (None, Some(token), None) => {
                let (settings, public) = (self.token(token), self.public(seal));
                (SealSigner::Pkcs11(Token::new(settings?, public?)), "chain")
            }
            (None, None, Some(remote)) => {
                let (settings, public) = (self.service(remote), self.public(seal));
                (SealSigner::Remote(SigningService::new(http_client.clone(), settings?, public?)), "chain")
            }
            (key, token, remote) => {
                let found = [key.is_some(), token.is_some(), remote.is_some()].into_iter().filter(|it| *it).count();
                return self.refuse("", self.locale.seal_which_key(found));
            }
        };
        match seal_identity(&signer) {
            Ok(_) => Some(signer),
            Err(not_stated) => {
                let setting = if seal.chain.is_some() { "chain" } else { certificate };
                self.refuse(setting, self.not_stated(not_stated))
            }
        }
    }

    fn refuse<T>(&mut self, key: &str, sentence: String) -> Option<T> {
        self.unfit.push(Unfit { key: key.to_owned(), sentence });
        None
    }

    /// What the certificate leaves out, before the first institution is imported under it.
    fn not_stated(&self, not_stated: NotStated) -> String {
        self.locale.key_not_stated(match not_stated {
            NotStated::Organization => args::KeyNotStated::Organization,
            NotStated::OrganizationIdentifier => args::KeyNotStated::Identifier,
            NotStated::Country => args::KeyNotStated::Country,
        })
    }

    fn read(&mut self, key: &str, path: &Path) -> Option<Vec<u8>> {
        match std::fs::read(path) {
            Ok(bytes) => Some(bytes),
            Err(error) => self.refuse(key, file::not_read(path, &error, self.locale)),
        }
    }

    /// The key that signs statements about records: with ES256, as every reader of an SD-JWT VC expects.
    pub fn attestation(&mut self, attestation: &AttestationConfig) -> Option<SealKey> {
        let AttestationConfig { key, chain, password } = attestation;
        self.key_file(key, chain.as_deref(), password.as_ref(), Some(Some(Algorithm::Es256)))
    }

    /// A key in a file: PKCS#12 or PEM, by what the file is.
    fn key_file(
        &mut self,
        path: &Path,
        chain: Option<&Path>,
        password: Option<&SecretSource>,
        algorithm: Option<Option<Algorithm>>,
    ) -> Option<SealKey> {
        let bytes = self.read("key", path);
        let chain = chain.map(|chain| self.read("chain", chain));
        let password = password.map(|source| self.secret("password", source));
        let (algorithm, bytes) = (algorithm?, bytes?);
        let is_pem = bytes.windows(11).any(|window| window == b"-----BEGIN ");
        let loaded = if is_pem {
            let chain = match chain {
                Some(chain) => chain?,
                None => bytes.clone(),
            };
            SealKey::from_pem(&bytes, &chain, algorithm)
        } else {
            let password = match password {
                Some(password) => password?,
                None => Secret::new(""),
            };
            SealKey::from_pkcs12(&bytes, password.reveal(), algorithm)
        };
        loaded.map_or_else(|error| self.refuse("key", key_problem::of_key(path, &error, self.locale)), Some)
    }

    /// What is known of a key elsewhere: its certificates, which are set here and not asked for. So Signet starts, and says
    /// what waits for what, also while the device or the service is away; and nobody can slip in another certificate.
    fn public(&mut self, seal: &SealConfig) -> Option<PublicSeal> {
        let algorithm = self.algorithm(seal);
        let Some(chain) = &seal.chain else { return self.refuse("chain", self.locale.seal_needs_chain()) };
        let bytes = self.read("chain", chain)?;
        let loaded = PublicSeal::from_pem(&bytes, algorithm?);
        loaded.map_or_else(|error| self.refuse("chain", key_problem::of_key(chain, &error, self.locale)), Some)
    }

    fn token(&mut self, token: &Pkcs11Config) -> Option<TokenSettings> {
        let key_id = match &token.key_id {
            Some(hex) => match HEXLOWER_PERMISSIVE.decode(hex.as_bytes()) {
                Ok(id) => Some(id),
                Err(_) => return self.refuse("pkcs11.key_id", self.locale.seal_key_id(hex)),
            },
            None => None,
        };
        Some(TokenSettings {
            module: token.module.clone(),
            slot: match (token.slot, &token.token) {
                (Some(number), _) => Slot::Number(number),
                (None, Some(label)) => Slot::Label(label.clone()),
                (None, None) => Slot::Only,
            },
            key_label: token.key_label.clone(),
            key_id,
            pin: self.secret("pkcs11.pin", &token.pin)?,
            sessions_max: token.sessions,
            time_max: Duration::from_secs(token.seconds_max),
        })
    }

    fn service(&mut self, remote: &RemoteConfig) -> Option<ServiceSettings> {
        let client_secret = self.secret("remote.client_secret", &remote.client_secret);
        let pin = match &remote.pin {
            Some(source) => Some(self.secret("remote.pin", source)?),
            None => None,
        };
        Some(ServiceSettings {
            address: remote.address.clone(),
            token_address: remote.token_address.clone(),
            client_id: remote.client_id.clone(),
            client_secret: client_secret?,
            credential: remote.credential.clone(),
            pin,
            calls_max: remote.calls,
            batch_max: remote.batch,
        })
    }

    fn algorithm(&mut self, seal: &SealConfig) -> Option<Option<Algorithm>> {
        let Some(name) = seal.algorithm.as_deref() else { return Some(None) };
        match Algorithm::from_jose(name) {
            Some(algorithm) => Some(Some(algorithm)),
            None => self.refuse("algorithm", self.locale.app_unknown_algorithm(name)),
        }
    }

    /// A secret from where the settings say. A line end after it does not belong to it.
    pub fn secret(&mut self, key: &str, source: &SecretSource) -> Option<Secret> {
        let text = match source {
            SecretSource::File(path) => String::from_utf8_lossy(&self.read(key, path)?).into_owned(),
            SecretSource::Variable(name) => match terminal::variable(name) {
                Some(text) => text,
                None => return self.refuse(key, self.locale.seal_secret_missing(name)),
            },
            SecretSource::Credential(name) => {
                let Some(folder) = terminal::variable("CREDENTIALS_DIRECTORY") else {
                    return self.refuse(key, self.locale.seal_secret_missing(name));
                };
                String::from_utf8_lossy(&self.read(key, &Path::new(&folder).join(name))?).into_owned()
            }
        };
        Some(Secret::new(text.trim_end_matches(['\r', '\n'])))
    }
}
