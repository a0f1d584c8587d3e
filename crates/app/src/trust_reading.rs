//! Whom the verifier trusts, read from the files that settings name.

use std::path::{Path, PathBuf};

use signet_lang::{Locale, args};
use signet_outbound::{TrustCache, trust::EU_LIST_OF_LISTS};
use signet_seal::{Anchors, Certificate, qualification::TrustServices, trusted_list::Signers};
use signet_verify::{ConfiguredMandate, MandatePeriod, Trust};
use url::Url;

use crate::{
    config::{ListsSetting, MandateSetting, TrustConfig, Unfit, sha256_digits},
    exit::{CommandError, Exit},
    file, key_problem,
};

/// Whom the verifier trusts: the anchors that are set, and those of the EU's trusted lists. `None` when a setting does not serve.
pub fn trust(config: &TrustConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Trust> {
    let real = anchors("trust.anchors", &config.anchors, unfit, locale);
    let test = anchors("trust.test_anchors", &config.test_anchors, unfit, locale);
    let services = trust_services(config, unfit, locale);
    let mandates = mandates(&config.mandates, unfit, locale);
    let set = Trust { mandates: mandates?, ..Trust::in_roots(real?, test?) };
    Some(match config.lists {
        ListsSetting::None => set,
        ListsSetting::Eu => set.with_services(services?),
    })
}

/// As [`trust`], for a command that stops at what does not serve.
///
/// # Errors
/// With a sentence for each setting.
pub fn trust_or_stop(config: &TrustConfig, locale: Locale) -> Result<Trust, CommandError> {
    let mut unfit = Vec::new();
    trust(config, &mut unfit, locale).ok_or_else(|| CommandError::new(Exit::Config, Unfit::joined(&unfit)))
}

/// Mandates that are set; each must name its bodies as seal certificates do.
fn mandates(set: &[MandateSetting], unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Vec<ConfiguredMandate>> {
    let mut one = |(index, set): (usize, &MandateSetting)| {
        let (awarding, sealing) = (set.awarding_body.clone(), set.sealing_body.clone());
        let period = MandatePeriod { from: set.from.map(|from| from.0), until: set.until.map(|until| until.0) };
        let mandate = ConfiguredMandate::new(awarding, sealing, period);
        if mandate.is_none() {
            let sentence = locale.app_mandate_setting(args::AppMandateSetting {
                awarding: set.awarding_body.clone(),
                sealing: set.sealing_body.clone(),
            });
            unfit.push(Unfit { key: format!("trust.mandates[{}]", index + 1), sentence });
        }
        mandate
    };
    let read: Vec<Option<ConfiguredMandate>> = set.iter().enumerate().map(&mut one).collect();
    read.into_iter().collect()
}

/// The services of the trusted lists that are kept; none where the settings want none.
pub fn trust_services(config: &TrustConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<TrustServices> {
    let Some(cache) = trust_cache(config, unfit, locale)? else { return Some(TrustServices::default()) };
    match cache.load() {
        Ok(services) => Some(services),
        Err(error) => {
            let sentence = file::not_read(&cache.folder, &error, locale);
            unfit.push(Unfit { key: "trust.cache".into(), sentence });
            None
        }
    }
}

/// Where trusted lists are kept and come from; `Some(None)` where the settings want none.
pub fn trust_cache(config: &TrustConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Option<TrustCache>> {
    if config.lists == ListsSetting::None {
        return Some(None);
    }
    let lotl = config.lotl.clone().or_else(|| Url::parse(EU_LIST_OF_LISTS).ok())?;
    let signers = if config.lotl_signers.is_empty() {
        Signers::official_journal()
    } else {
        let mut digests = Vec::new();
        for (index, signer) in config.lotl_signers.iter().enumerate() {
            match sha256_digits(signer) {
                Some(digest) => digests.push(digest),
                None => {
                    let key = format!("trust.lotl_signers[{}]", index + 1);
                    let pem = certificates(key, Path::new(signer), unfit, locale)?;
                    digests.extend(pem.certificates().iter().map(Certificate::sha256));
                }
            }
        }
        Signers::new(digests)
    };
    let territories = config.territories.iter().map(|territory| territory.to_ascii_uppercase()).collect();
    Some(Some(TrustCache { lotl, signers, territories, folder: config.cache.clone() }))
}

/// Certificates of all these PEM files.
fn anchors(key: &str, files: &[PathBuf], unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Anchors> {
    let read = |(index, file): (usize, &PathBuf)| certificates(format!("{key}[{}]", index + 1), file, unfit, locale);
    let read: Vec<Option<Anchors>> = files.iter().enumerate().map(read).collect();
    let read: Option<Vec<Anchors>> = read.into_iter().collect();
    Some(Anchors::new(read?.iter().flat_map(|anchors| anchors.certificates().to_vec()).collect()))
}

fn certificates(key: String, path: &Path, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Anchors> {
    let sentence = match std::fs::read(path) {
        Err(error) => file::not_read(path, &error, locale),
        Ok(bytes) => match Anchors::from_pem(&bytes) {
            Ok(anchors) => return Some(anchors),
            Err(error) => key_problem::of_certificate(path, &error, locale),
        },
    };
    unfit.push(Unfit { key, sentence });
    None
}
