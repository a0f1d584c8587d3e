//! `signet doctor`: is everything Signet relies on in order, and if not, what to do?

use jiff::Timestamp;
use signet_issue::{Notary, Term};
use signet_lang::Locale;
use signet_outbound::Courier;
use signet_seal::{Outcome, qualification::TrustServices};

use crate::{
    assembly,
    config::{Config, SealConfig},
    exit::{Exit, Stop},
    notary,
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

    fn seal(&mut self, seal: &SealConfig, courier: &Courier) {
        let locale = self.locale;
        let notary = match notary::notary(seal, courier, locale) {
            Ok(notary) => notary,
            Err(stop) => return self.told(Outcome::Fails, &stop.sentence),
        };
        if seal.test {
            self.told(Outcome::CannotTell, &locale.app_doctor_trial());
        }
        self.certificate(&notary);
    }

    fn certificate(&mut self, notary: &Notary) {
        let locale = self.locale;
        let Some(certificate) = notary.chain().first() else { return };
        let name = certificate.subject_organization().unwrap_or_default();
        let until = locale.instant(certificate.not_after());
        match Term::of(certificate, Timestamp::now()) {
            Term::Ended => self.told(Outcome::Fails, &locale.app_doctor_seal_expired(name, until)),
            Term::NotYet => {
                let from = locale.instant(certificate.not_before());
                self.told(Outcome::CannotTell, &locale.seal_doctor_not_yet(from, name));
            }
            Term::Seven => self.told(Outcome::CannotTell, &locale.seal_doctor_seven(name, until)),
            Term::Thirty => self.told(Outcome::CannotTell, &locale.seal_doctor_thirty(name, until)),
            Term::Sixty => self.told(Outcome::CannotTell, &locale.app_doctor_seal_ends(name, until)),
            Term::Long => {
                self.told(Outcome::Holds, &locale.app_doctor_seal(notary.algorithm().jose(), name, until));
            }
        }
    }

    fn lists(&mut self, services: Result<TrustServices, Stop>) {
        let locale = self.locale;
        match services {
            Err(stop) => self.told(Outcome::Fails, &stop.sentence),
            Ok(services) => match super::trust::shortcoming(&services, Timestamp::now(), locale) {
                Some(sentence) => self.told(Outcome::CannotTell, &sentence),
                None if services.lotl().is_none() => {}
                None => self.told(Outcome::Holds, &locale.trust_doctor_good(services.lists().len())),
            },
        }
    }

    async fn register(&mut self, config: &Config) {
        let locale = self.locale;
        match assembly::store(config, locale).await {
            Err(stop) => self.told(Outcome::Fails, &stop.sentence),
            Ok(store) => {
                self.told(Outcome::Holds, &locale.app_doctor_store());
                if let Ok(waiting) = store.queue().waiting().await {
                    let outcome = if waiting == 0 { Outcome::Holds } else { Outcome::CannotTell };
                    self.told(outcome, &locale.app_doctor_waiting(waiting));
                }
            }
        }
    }

    async fn stamps(&mut self, config: &Config) {
        let locale = self.locale;
        for authority in config.seal.iter().filter_map(|seal| seal.stamps.as_ref()) {
            let stamped = match assembly::courier(&config.outbound) {
                Ok(courier) => courier.stamp(authority, &[b"signet doctor"], signet_issue::Chance.bytes()).await,
                Err(stop) => return self.told(Outcome::Fails, &stop.sentence),
            };
            match stamped {
                Ok(_) => self.told(Outcome::Holds, &locale.app_doctor_stamps()),
                Err(error) => self.told(Outcome::Fails, &locale.app_doctor_no_stamps(error.to_string())),
            }
        }
    }
}

/// Examines settings, seals, trust, register and time stamps.
pub async fn run(config: Config, locale: Locale) -> Result<Exit, Stop> {
    let mut examination = Examination { locale, worst: Outcome::Holds };
    if config.seal.is_empty() {
        examination.told(Outcome::CannotTell, &locale.app_config_no_seal());
    }
    let courier = assembly::courier(&config.outbound)?;
    for seal in &config.seal {
        examination.seal(seal, &courier);
    }
    match assembly::trust(&config.trust, locale) {
        Err(stop) => {
            examination.told(Outcome::Fails, &stop.sentence);
            examination.lists(assembly::trust_services(&config.trust, locale));
        }
        Ok(trust) => {
            let (real, trial) = (trust.anchors.certificates().len(), trust.test_anchors.certificates().len());
            let outcome = if real + trial == 0 { Outcome::CannotTell } else { Outcome::Holds };
            examination.told(outcome, &locale.app_doctor_trust(real, trial));
            examination.lists(Ok(trust.services.unwrap_or_default()));
        }
    }
    examination.register(&config).await;
    examination.stamps(&config).await;
    Ok(if examination.worst == Outcome::Fails { Exit::Fails } else { Exit::Holds })
}
