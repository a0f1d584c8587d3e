//! From `[mail]` to a relay: names checked, files and the secret read. Nothing is asked of the relay yet.

use std::{fs, time::Duration};

use signet_lang::{Locale, args};
use signet_outbound::{MailCode, MailLogin, MailRelay, MailRelayError, MailRelaySettings, MailTls};
use signet_record::Email;

use crate::{
    config::{MailConfig, MailTlsSetting, Unfit},
    file,
    seal_signer::SealReader,
};

/// A relay, and how many letters a minute it is given.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The relay.
    pub relay: MailRelay,
    /// Letters a minute, at most; never 0.
    pub per_minute: u32,
    /// At this hour in Prague people are told what work waits for them.
    pub digest_hour: u8,
}

/// Reads `[mail]`, and gathers what is wrong with it.
pub fn mail(config: &MailConfig, unfit: &mut Vec<Unfit>, locale: Locale) -> Option<Mail> {
    let before = unfit.len();
    let mut refuse = |key: &str, sentence: String| unfit.push(Unfit { key: key.into(), sentence });
    let from = Email::new(&config.from).ok();
    if from.is_none() {
        refuse("from", locale.mail_from());
    }
    let own_domain = from.as_ref().and_then(|from| from.as_str().rsplit_once('@')).map(|(_, domain)| domain.to_owned());
    let domain = config.domain.clone().or(own_domain);
    // What may stand behind the @ of an address may stand behind that of a Message-ID.
    if config.domain.as_ref().is_some_and(|domain| Email::new(&format!("x@{domain}")).is_err()) {
        refuse("domain", locale.mail_domain());
    }
    if config.per_minute == 0 {
        refuse("per_minute", locale.mail_per_minute());
    }
    if config.digest_hour > 23 {
        refuse("digest_hour", locale.mail_digest_hour());
    }
    if config.user.is_some() != config.secret.is_some() {
        let missing = if config.user.is_some() { "secret" } else { "user" };
        refuse(missing, locale.mail_user_and_secret());
    }
    let mut roots = Vec::new();
    for (index, path) in config.roots.iter().enumerate() {
        match fs::read(path) {
            Ok(pem) => roots.push(pem),
            Err(error) => refuse(
                &format!("roots[{}]", index + 1),
                locale.app_file_unusable(args::AppFileUnusable {
                    file: path.display().to_string(),
                    problem: file::problem(&error, locale),
                }),
            ),
        }
    }
    let secret =
        config.secret.as_ref().map(|secret| SealReader { locale, unfit: &mut *unfit }.secret("secret", secret));
    let login = match (config.user.clone(), secret.flatten()) {
        (Some(user), Some(secret)) => Some(MailLogin { user, secret }),
        _ => None,
    };
    let settings = MailRelaySettings {
        host: config.host.clone(),
        port: config.port.unwrap_or(config.tls.port()),
        tls: match config.tls {
            MailTlsSetting::StartTls => MailTls::StartTls,
            MailTlsSetting::Tls => MailTls::Tls,
            MailTlsSetting::None => MailTls::None,
        },
        login,
        roots,
        from: config.from.clone(),
        bounces: config.bounces.clone(),
        // Without an address there is no domain, and that was told; what else is wrong is told too.
        domain: domain.unwrap_or_else(|| config.host.clone()),
        time: Duration::from_secs(config.seconds_max.max(1)),
    };
    match MailRelay::new(settings) {
        Ok(relay) => (unfit.len() == before).then_some(Mail {
            relay,
            per_minute: config.per_minute,
            digest_hour: config.digest_hour,
        }),
        Err(MailRelayError::From) if from.is_none() => None,
        Err(error) => {
            let (key, sentence) = problem(error, locale);
            unfit.push(Unfit { key, sentence });
            None
        }
    }
}

fn problem(error: MailRelayError, locale: Locale) -> (String, String) {
    match error {
        MailRelayError::PlainElsewhere => ("tls".into(), locale.mail_plain_elsewhere()),
        MailRelayError::From => ("from".into(), locale.mail_from()),
        MailRelayError::Bounces => ("bounces".into(), locale.mail_bounces()),
        MailRelayError::Root(at) => (format!("roots[{}]", at + 1), locale.mail_root()),
        MailRelayError::Tls => ("host".into(), locale.mail_host()),
    }
}

/// Asks the relay: the sentence that all is well, or the one that says what stands in the way.
///
/// # Errors
/// What stands in the way, in the reader's language.
pub async fn inquire(mail: &Mail, locale: Locale) -> Result<String, String> {
    match mail.relay.inquire().await {
        Ok(answer) => Ok(locale.mail_relay_good(answer.smtp_utf8)),
        Err(MailCode::Reply(number)) => Err(locale.mail_relay_reply(number.to_string())),
        Err(MailCode::Unreachable) => Err(locale.mail_relay(args::MailRelay::Unreachable)),
        Err(MailCode::TimedOut) => Err(locale.mail_relay(args::MailRelay::TimedOut)),
        Err(MailCode::NoTls) => Err(locale.mail_relay(args::MailRelay::NoTls)),
        Err(MailCode::Certificate) => Err(locale.mail_relay(args::MailRelay::Certificate)),
        Err(MailCode::Login) => Err(locale.mail_relay(args::MailRelay::Login)),
        // An inquiry has no address.
        Err(MailCode::Broken | MailCode::NeedsSmtpUtf8 | MailCode::NotAnAddress) => {
            Err(locale.mail_relay(args::MailRelay::Broken))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::config::read_toml;

    /// The keys of everything that is wrong with a section.
    fn unfit(text: &str) -> Vec<String> {
        let (config, _) = read_toml::<MailConfig>(text.as_bytes()).unwrap();
        let mut unfit = Vec::new();
        let read = mail(&config, &mut unfit, Locale::CZECH);
        assert_eq!(read.is_some(), unfit.is_empty(), "{text}");
        unfit.into_iter().map(|one| one.key).collect()
    }

    #[test]
    fn everything_that_is_wrong_with_a_relay_is_told_at_once() {
        let good = "host = \"smtp.skola.example\"\nfrom = \"mikro@skola.example\"\n";
        assert!(unfit(good).is_empty());
        assert!(unfit(&format!("{good}bounces = \"vraceni@skola.example\"\n")).is_empty());
        for none in ["nikdo", "vraceni+x@skola.example", "adresa-delsi-nez-jedenadvacet@skola.example"] {
            assert_eq!(unfit(&format!("{good}bounces = \"{none}\"\n")), ["bounces"]);
        }
        assert!(unfit("host = \"127.0.0.1\"\ntls = \"none\"\nfrom = \"mikro@skola.example\"\n").is_empty());
        let bad = "host = \"smtp.skola.example\"\ntls = \"none\"\nfrom = \"nikdo\"\ndomain = \"a b\"\nuser = \"x\"\n\
                   roots = [\"/nowhere.pem\"]\nper_minute = 0\ndigest_hour = 24\n";
        assert_eq!(unfit(bad), ["from", "domain", "per_minute", "digest_hour", "secret", "roots[1]", "tls"]);
        assert_eq!(unfit(&format!("{good}secret = {{ env = \"SIGNET_TEST_NO_SUCH_SECRET\" }}\n")), ["user", "secret"]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("root.pem");
        fs::write(&path, "no certificate").unwrap();
        assert_eq!(unfit(&format!("{good}roots = [\"{}\"]\n", path.display())), ["roots[1]"]);
    }

    #[test]
    fn each_way_has_its_port() {
        let ports = [MailTlsSetting::StartTls, MailTlsSetting::Tls, MailTlsSetting::None].map(MailTlsSetting::port);
        assert_eq!(ports, [587, 465, 25]);
    }
}
