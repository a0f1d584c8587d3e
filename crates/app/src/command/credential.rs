//! `signet credential compose | explain | diff`: European Digital Credentials written, read aloud and compared. Needs no register.

mod explain;

use std::path::Path;

use jiff::Timestamp;
use serde_json::{Value, json};
use signet_credential::{Credential, FormatFinding, Picture, SealIdentity, Severity, UnsealedUploadError, annex_label};
use signet_document::{DocumentInput, Renderer};
use signet_lang::{Locale, args};
use signet_record::{Award, Language, ReadAwardError, SealingIssuer};

use crate::{
    award_problem,
    cli::{CredentialCommand, CredentialComposeArgs, CredentialDiffArgs},
    exit::{CommandError, Exit},
    input,
    terminal::say,
};

/// Largest file that is read, in bytes: as much as a credential may have.
const BYTES_MAX: usize = 16 << 20;

/// Does what was asked.
pub fn run(command: &CredentialCommand, locale: Locale) -> Result<Exit, CommandError> {
    match command {
        CredentialCommand::Compose(args) => compose(args, locale),
        CredentialCommand::Explain(args) => explain::run(args, locale),
        CredentialCommand::Diff(args) => diff(args, locale),
    }
}

/// The unsealed credential of an award. Its picture says that it is a test: without a seal it proves nothing.
fn compose(args: &CredentialComposeArgs, locale: Locale) -> Result<Exit, CommandError> {
    let bytes = input(&args.award, locale)?;
    let name = args.award.display().to_string();
    let award = Award::from_json(&bytes).map_err(|error| {
        let detail = match error {
            ReadAwardError::Flaws(flaws) => flaws.iter().map(|flaw| locale.flaw(flaw)).collect::<Vec<_>>().join(" "),
            error @ ReadAwardError::Json(_) => award_problem::place(error.into(), locale),
        };
        CommandError::new(Exit::Data, locale.credential_not_an_award(args::CredentialNotAnAward { detail, file: name }))
    })?;
    let identity = identity(&award);
    let at = args.at.unwrap_or_else(Timestamp::now);
    let link = award.id().urn();
    let sheet = DocumentInput {
        award: &award,
        issued: at,
        sealed_by: identity.legal_name.clone(),
        time_stamped: false,
        test: true,
        link: &link,
        record: None,
    };
    let picture = Renderer::new().picture(&sheet)?;
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: picture.clone() });
    let text = signet_credential::compose(&award, &identity, &pictures, at, None)?;
    let credential = signet_credential::read(&text)?;
    let findings = signet_credential::check(&credential);
    if args.json {
        let findings: Vec<Value> = findings.iter().map(|finding| finding_json(finding, locale)).collect();
        let credential: Value = serde_json::from_str(&text)?;
        say!("{}", json!({ "credential": credential, "findings": findings }));
    } else {
        say!("{text}");
        if findings.is_empty() {
            eprintln!("{}", locale.credential_clean());
        }
        for finding in &findings {
            eprintln!("{}", finding_line(finding, locale));
        }
    }
    let violated = findings.iter().any(|finding| finding.severity() == Severity::Violation);
    Ok(if violated { Exit::Fails } else { Exit::Success })
}

/// What the certificate of the body that seals is expected to say.
pub fn identity(award: &Award) -> SealIdentity {
    let body = match award.sealing() {
        SealingIssuer::AwardingBody => award.institution(),
        SealingIssuer::Mandated { issuer, .. } => issuer,
    };
    let name = body.legal_name.text(Language::Cs);
    SealIdentity {
        legal_name: name.to_owned(),
        common_name: name.to_owned(),
        organization_identifier: body.eidas_identifier.to_string(),
        country: body.eidas_identifier.country().to_owned(),
    }
}

fn diff(args: &CredentialDiffArgs, locale: Locale) -> Result<Exit, CommandError> {
    let [one, other] = [&args.before, &args.after].map(|file| credential(file, locale));
    let differences = signet_credential::diff(&one?, &other?);
    if args.json {
        let differences: Vec<Value> = differences
            .iter()
            .map(|one| json!({ "path": one.path, "before": one.before, "after": one.after }))
            .collect();
        say!("{}", serde_json::to_string_pretty(&json!({ "differences": differences }))?);
    } else {
        for difference in &differences {
            say!("{}", difference.path);
            difference.before.iter().for_each(|text| say!("  - {text}"));
            difference.after.iter().for_each(|text| say!("  + {text}"));
        }
        say!("{}", locale.credential_differences(differences.len()));
    }
    Ok(if differences.is_empty() { Exit::Success } else { Exit::Fails })
}

/// The credential in a file: bare, as it is uploaded to the EU's software, sealed, or inside a PDF.
pub fn credential(file: &Path, locale: Locale) -> Result<Credential, CommandError> {
    let bytes = input(file, locale)?;
    if let Ok(text) = std::str::from_utf8(&bytes) {
        match signet_credential::read_upload(text) {
            Ok(upload) => return Ok(upload.credential),
            Err(UnsealedUploadError::Sealed | UnsealedUploadError::Read(_)) => {}
        }
    }
    let name = file.display().to_string();
    let unreadable = |why: String| CommandError::new(Exit::Data, format!("{name}: {why}"));
    let artefact = signet_verify::read(bytes).map_err(|error| unreadable(error.sentence(locale)))?;
    artefact.credential().cloned().ok_or_else(|| unreadable(locale.format_unreadable_object()))
}

/// The bytes of a file; `-` is standard input.
pub fn input(file: &Path, locale: Locale) -> Result<Vec<u8>, CommandError> {
    let bytes = input::read(file, BYTES_MAX, locale)?;
    if bytes.len() > BYTES_MAX {
        return Err(CommandError::new(Exit::Data, locale.credential_too_large(file.display().to_string())));
    }
    Ok(bytes)
}

/// A finding on a line.
pub fn finding_line(finding: &FormatFinding, locale: Locale) -> String {
    let mark = match finding.severity() {
        Severity::Violation => "✗",
        Severity::Warning => "?",
        Severity::Note => "·",
    };
    format!("{mark} {} [{}] ({})", finding.sentence(locale), finding.path, finding.code.as_str())
}

/// A finding as JSON.
pub fn finding_json(finding: &FormatFinding, locale: Locale) -> Value {
    json!({
        "severity": finding.severity(),
        "code": finding.code.as_str(),
        "path": finding.path,
        "annex": finding.annex.map(|item| json!({ "number": item.number(), "label": annex_label(item, locale) })),
        "sentence": finding.sentence(locale),
    })
}
