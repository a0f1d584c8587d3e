//! `signet doctor`: is everything Signet relies on in order, and if not, what to do?

mod machine;

use jiff::Timestamp;
use signet_issue::{CertificateExpiry, SealSigner, SealSignerError};
use signet_lang::{
    Locale,
    args::{self, AppDoctorAttestationState},
    when::day_in_prague,
};
use signet_outbound::HttpClient;
use signet_seal::{Outcome, SealKey, qualification::TrustServices};
use signet_store::Database;
use signet_verify::Trust;
use signet_web::LoginOption;

use crate::{
    accessibility_reading,
    config::{Config, SealConfig, Unfit},
    examine,
    exit::{CommandError, Exit},
    link_key, login_inquiry,
    mail_reading::{self, Mail},
    operator, sealing, services,
    terminal::say,
};

struct Examination {
    locale: Locale,
    worst: Outcome,
}

impl Examination {
    fn told(&mut self, outcome: Outcome, sentence: &str) {
        let mark = match outcome {
            Outcome::Holds => "✓",
            Outcome::CannotTell => "?",
            Outcome::Fails => "✗",
        };
        say!("{mark} {sentence}");
        self.worst = self.worst.max(outcome);
    }

    /// Settings that do not serve, each with its line.
    fn unfit(&mut self, config: &Config, unfit: Vec<Unfit>) {
        for one in unfit {
            let sentence = match config.source.line(&one.key) {
                Some(line) => self.locale.config_fault_of_key_at(args::ConfigFaultOfKeyAt {
                    key: one.key,
                    line,
                    what: one.sentence,
                }),
                None => self.locale.config_fault_of_key(args::ConfigFaultOfKey { key: one.key, what: one.sentence }),
            };
            self.told(Outcome::Fails, &sentence);
        }
    }

    fn seal(&mut self, seal: &SealConfig, signer: &SealSigner) {
        if seal.test {
            self.told(Outcome::CannotTell, &self.locale.app_doctor_test());
        }
        self.certificate(signer);
    }

    fn certificate(&mut self, signer: &SealSigner) {
        let locale = self.locale;
        let certificate = signer.seal_certificate();
        let name = certificate.subject_organization().unwrap_or_default();
        let until = locale.instant(certificate.not_after());
        match CertificateExpiry::of(certificate, Timestamp::now()) {
            CertificateExpiry::Ended => {
                self.told(Outcome::Fails, &locale.app_doctor_seal_expired(args::AppDoctorSealExpired { name, until }))
            }
            CertificateExpiry::NotYet => {
                let from = locale.instant(certificate.not_before());
                self.told(Outcome::CannotTell, &locale.seal_doctor_not_yet(args::SealDoctorNotYet { from, name }));
            }
            CertificateExpiry::Seven => {
                self.told(Outcome::CannotTell, &locale.seal_doctor_seven(args::SealDoctorSeven { name, until }))
            }
            CertificateExpiry::Thirty => {
                self.told(Outcome::CannotTell, &locale.seal_doctor_thirty(args::SealDoctorThirty { name, until }))
            }
            CertificateExpiry::Sixty => {
                self.told(Outcome::CannotTell, &locale.app_doctor_seal_ends(args::AppDoctorSealEnds { name, until }))
            }
            CertificateExpiry::Long => {
                self.told(
                    Outcome::Holds,
                    &locale.app_doctor_seal(args::AppDoctorSeal { algorithm: signer.algorithm().jose(), name, until }),
                );
            }
        }
    }

    /// The key that signs statements about records.
    fn attestation(&mut self, key: &SealKey) {
        let certificate = key.signer();
        let (outcome, state) = match CertificateExpiry::of(certificate, Timestamp::now()) {
            CertificateExpiry::Ended => (Outcome::Fails, AppDoctorAttestationState::Ended),
            CertificateExpiry::NotYet => (Outcome::CannotTell, AppDoctorAttestationState::NotYet),
            CertificateExpiry::Seven | CertificateExpiry::Thirty => {
                (Outcome::CannotTell, AppDoctorAttestationState::Good)
            }
            CertificateExpiry::Sixty | CertificateExpiry::Long => (Outcome::Holds, AppDoctorAttestationState::Good),
        };
        let until = self.locale.instant(certificate.not_after());
        self.told(outcome, &self.locale.app_doctor_attestation(args::AppDoctorAttestation { state, until }));
    }

    fn trust(&mut self, trust: Trust) {
        let (real, test) = (trust.anchors.certificates().len(), trust.test_anchors.certificates().len());
        let outcome = if real + test == 0 { Outcome::CannotTell } else { Outcome::Holds };
        self.told(outcome, &self.locale.app_doctor_trust(args::AppDoctorTrust { real, test }));
        self.lists(&trust.services.unwrap_or_default());
    }

    fn lists(&mut self, services: &TrustServices) {
        match super::trust::shortcoming(services, Timestamp::now(), self.locale) {
            Some(sentence) => self.told(Outcome::CannotTell, &sentence),
            None if services.lotl().is_none() => {}
            None => self.told(Outcome::Holds, &self.locale.trust_doctor_good(services.lists().len())),
        }
    }

    async fn register(&mut self, config: &Config, database: &Database, logins: &[LoginOption]) {
        let locale = self.locale;
        let opened = match link_key::kept_or_made(&config.store.link_key, locale) {
            Ok(link_key) => services::store(database, &config.store.artefacts, &link_key, locale).await,
            Err(stop) => Err(stop),
        };
        match opened {
            Err(stop) => self.told(Outcome::Fails, &stop.sentence(locale)),
            Ok(store) => {
                self.told(Outcome::Holds, &locale.app_doctor_store());
                for option in logins {
                    for sentence in login_inquiry::unknown_faculties(&store, option, locale).await {
                        self.told(Outcome::CannotTell, &sentence);
                    }
                }
                if let Ok(waiting) = store.queue().waiting().await {
                    let outcome = if waiting == 0 { Outcome::Holds } else { Outcome::CannotTell };
                    self.told(outcome, &locale.app_doctor_waiting(waiting));
                }
            }
        }
    }

    /// The mail server: without one, holders are not told.
    async fn mail(&mut self, config: &Config, mail: Option<&Mail>) {
        let locale = self.locale;
        match mail {
            None if config.mail.is_none() => self.told(Outcome::CannotTell, &locale.mail_none()),
            // What is wrong with its settings was told.
            None => {}
            Some(mail) => match mail_reading::inquire(mail, locale).await {
                Ok(sentence) => {
                    self.told(Outcome::Holds, &sentence);
                    self.told(Outcome::CannotTell, &locale.mail_delivery_records());
                }
                Err(sentence) => self.told(Outcome::Fails, &sentence),
            },
        }
    }

    async fn stamps(&mut self, config: &Config, http_client: &HttpClient) {
        let locale = self.locale;
        for authority in config.seal.iter().filter_map(|seal| seal.stamps.as_ref()) {
            match http_client.stamp(authority, &[b"signet doctor"], signet_issue::SecureRandom.bytes()).await {
                Ok(token) => {
                    self.told(Outcome::Holds, &locale.app_doctor_stamps());
                    self.clock_beside(token.gen_time(), Timestamp::now());
                }
                Err(error) => {
                    let why = sealing::why_of(SealSignerError::from(error).reason(), locale);
                    self.told(Outcome::Fails, &locale.app_doctor_no_stamps(why));
                }
            }
        }
    }
}

/// Examines settings, seals, trust, machine, register and time stamps.
pub async fn run(config: Config, locale: Locale) -> Result<Exit, CommandError> {
    let mut examination = Examination { locale, worst: Outcome::Holds };
    if config.seal.is_empty() {
        examination.told(Outcome::CannotTell, &locale.app_config_no_seal());
    }
    if let Some(sentence) = operator::missing(&config, locale) {
        examination.told(Outcome::CannotTell, &sentence);
    }
    let reading = examine::read(&config, locale)?;
    examination.unfit(&config, reading.unfit);
    examination.unfit(&config, examine::exposed(&config, locale));
    for (seal, (signer, _)) in config.seal.iter().zip(reading.seals).filter_map(|(seal, read)| Some((seal, read?))) {
        examination.seal(seal, &signer);
    }
    match (&config.attestation, reading.attestation) {
        (None, _) => examination.told(Outcome::CannotTell, &locale.app_config_no_attestation()),
        (Some(_), Some(key)) => examination.attestation(&key),
        // What is wrong with it was told.
        (Some(_), None) => {}
    }
    if let Some(trust) = reading.trust {
        examination.trust(trust);
    }
    let today = day_in_prague(Timestamp::now());
    for sentence in accessibility_reading::shortcomings(config.accessibility.as_ref(), &config.server, today, locale) {
        examination.told(Outcome::CannotTell, &sentence);
    }
    examination.clock(Timestamp::now());
    examination.room(&config);
    examination.port(config.server.listen);
    // Without these two there is no register to open, and what is wrong with them was told.
    if let Some(database) = reading.database.filter(|_| reading.link_key_serves) {
        examination.register(&config, &database, &reading.logins).await;
    }
    for option in &reading.logins {
        match login_inquiry::inquire(option, locale).await {
            Ok(sentence) => examination.told(Outcome::Holds, &sentence),
            Err(sentence) => examination.told(Outcome::Fails, &sentence),
        }
        let section = config.login.iter().find(|login| login.name == option.provider().name.as_str());
        if let Some(remark) = section.and_then(|login| login_inquiry::remark(login, option, locale)) {
            examination.told(Outcome::CannotTell, &remark);
        }
    }
    examination.mail(&config, reading.mail.as_ref()).await;
    examination.stamps(&config, &reading.http_client).await;
    Ok(if examination.worst == Outcome::Fails { Exit::Fails } else { Exit::Success })
}
