//! `signet init`: an institution of one's own, from nothing: settings, institution, unit, results and test keys that go together.

use std::{
    fs::{DirBuilder, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use jiff::{ToSpan, civil::Date};
use signet_lang::{Locale, fold};
use signet_record::{CompanyNumber, InstitutionId, Language};

use crate::{
    cli::InitArgs,
    demo::authority::{CertificateSubject, SEAL_NAME, STATEMENTS_NAME, TestAuthority, TestSeal},
    exit::{CommandError, Exit},
    file, link_key,
    terminal::say,
};

/// A company number that the register of companies gives to nobody.
const NOBODY: &str = "99900025";

/// A file to write: its name, what it says, and who may read it.
struct NewFile {
    name: &'static str,
    bytes: Vec<u8>,
    is_secret: bool,
}

/// What the templates leave open.
struct Filling {
    id: String,
    name_cs: String,
    name_en: String,
    company_number: String,
    today: Date,
}

/// Writes the files, all of them or none.
pub fn run(args: &InitArgs, locale: Locale) -> Result<Exit, CommandError> {
    let filling = filling(args, locale)?;
    let files = files(&filling, locale)?;
    let folder = &args.folder;
    let link_key = folder.join("link.key");
    let paths = files.iter().map(|file| folder.join(file.name)).chain([link_key.clone()]);
    let there: Vec<String> = paths.filter(|path| path.symlink_metadata().is_ok()).map(|path| shown(&path)).collect();
    if !there.is_empty() {
        return Err(CommandError::new(Exit::Usage, locale.init_occupied(there.join(", "))));
    }
    let unwritable =
        |path: &Path, error: &io::Error| CommandError::new(Exit::Unavailable, file::not_written(path, error, locale));
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| unwritable(folder, &error))?;
    for file in &files {
        let path = folder.join(file.name);
        write(&path, file).map_err(|error| unwritable(&path, &error))?;
    }
    link_key::make(&link_key).map_err(|error| unwritable(&link_key, &error))?;
    tell(args, locale);
    Ok(Exit::Success)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Never over a file that is there, not even one that came in between.
fn write(path: &Path, file: &NewFile) -> io::Result<()> {
    let mode = if file.is_secret { 0o600 } else { 0o644 };
    let mut made = OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
    made.write_all(&file.bytes)?;
    made.sync_all()
}

fn filling(args: &InitArgs, locale: Locale) -> Result<Filling, CommandError> {
    let usage = |sentence: String| CommandError::new(Exit::Usage, sentence);
    let company_number = args.company_number.clone().unwrap_or_else(|| NOBODY.to_owned());
    CompanyNumber::new(&company_number)
        .map_err(|flaw| usage(format!("--company-number: {}", locale.problem(&flaw.problem))))?;
    let name_cs = args.name.clone().unwrap_or_else(|| "Zkušební vysoká škola".to_owned());
    let name_en = match (&args.name_en, &args.name) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => return Err(usage(locale.init_name_en())),
        (None, None) => "Test University".to_owned(),
    };
    let id = args.id.clone().unwrap_or_else(|| slug(&name_cs));
    InstitutionId::new(&id).map_err(|flaw| usage(format!("--id: {}", locale.problem(&flaw.problem))))?;
    let today = signet_lang::when::day_in_prague(signet_issue::Clock::System.now());
    Ok(Filling { id, name_cs, name_en, company_number, today })
}

/// A name as it can stand in an address.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(40);
    slug.trim_end_matches('-').to_owned()
}

fn files(filling: &Filling, locale: Locale) -> Result<Vec<NewFile>, CommandError> {
    let authority = TestAuthority::new(filling.today, None)?;
    let sealer = CertificateSubject {
        organization: &filling.name_cs,
        common_name: SEAL_NAME,
        identifier: &format!("NTRCZ-{}", filling.company_number),
        country: "CZ",
    };
    let TestSeal { key_pem, chain_pem } = authority.seal(&sealer)?;
    let attestation = authority.seal(&CertificateSubject { common_name: STATEMENTS_NAME, ..sealer })?;
    let texts = texts(locale.language()).map(|(name, text)| (name, filling.fill(text)));
    let texts = texts.into_iter().map(|(name, text)| {
        // Excel takes a CSV for UTF-8 when it begins with a byte order mark.
        let mark = if name == "results.csv" { "\u{feff}" } else { "" };
        NewFile { name, bytes: format!("{mark}{text}").into_bytes(), is_secret: false }
    });
    let made = [("seal.key.pem", key_pem, true), ("seal.chain.pem", chain_pem, false)];
    let made = made.into_iter().chain([
        ("attestation.key.pem", attestation.key_pem, true),
        ("attestation.chain.pem", attestation.chain_pem, false),
        ("test-root.pem", authority.root_pem().to_owned(), false),
    ]);
    let made = made.map(|(name, text, is_secret)| NewFile { name, bytes: text.into_bytes(), is_secret });
    Ok(texts.chain(made).collect())
}

/// The templates in one language.
fn texts(language: Language) -> [(&'static str, &'static str); 4] {
    macro_rules! of {
        ($language:literal) => {
            [
                ("signet.toml", include_str!(concat!("../../init/", $language, "/signet.toml"))),
                ("institution.toml", include_str!(concat!("../../init/", $language, "/institution.toml"))),
                ("unit.toml", include_str!(concat!("../../init/", $language, "/unit.toml"))),
                ("results.csv", include_str!(concat!("../../init/", $language, "/results.csv"))),
            ]
        };
    }
    match language {
        Language::Cs => of!("cs"),
        Language::En => of!("en"),
    }
}

impl Filling {
    /// A template with everything in its place; texts as TOML writes them.
    fn fill(&self, template: &str) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let before = |days: i64| self.today.checked_sub(days.days()).unwrap_or(self.today);
        let result = before(7);
        let identifier = format!("NTRCZ-{}", self.company_number);
        let expires = self.today.checked_add(5.years()).unwrap_or(self.today);
        let values = [
            ("@id@", quoted(&self.id)),
            ("@name_cs@", quoted(&self.name_cs)),
            ("@name_en@", quoted(&self.name_en)),
            ("@company_number@", quoted(&self.company_number)),
            ("@eidas_identifier@", quoted(&identifier)),
            ("@approved@", before(180).to_string()),
            ("@expires@", expires.to_string()),
            ("@start@", before(60).to_string()),
            ("@end@", before(10).to_string()),
            ("@result@", result.to_string()),
        ];
        values.iter().fold(template.to_owned(), |text, (mark, value)| text.replace(mark, value))
    }
}

fn tell(args: &InitArgs, locale: Locale) {
    say!("{}\n", locale.init_done(shown(&args.folder)));
    let files: [(&str, String); 7] = [
        ("signet.toml", locale.init_settings()),
        ("institution.toml", locale.init_institution()),
        ("unit.toml", locale.init_unit()),
        ("results.csv", locale.init_results()),
        ("seal.key.pem, seal.chain.pem, test-root.pem", locale.init_seal()),
        ("attestation.key.pem, attestation.chain.pem", locale.init_attestation()),
        ("link.key", locale.init_link_key()),
    ];
    for (name, what) in files {
        say!("  {name}\n    {what}");
    }
    say!("\n{}\n", locale.init_next());
    let here = args.folder == Path::new(".") || args.folder == PathBuf::new();
    if !here {
        say!("  cd {}", shown(&args.folder));
    }
    for command in [
        "signet config check",
        "signet import institution.toml unit.toml",
        "signet issue --unit unit.toml --results results.csv",
        "signet serve",
    ] {
        say!("  {command}");
    }
    say!("\n{}", locale.init_test());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::{institution_file, results, unit_file};

    use super::*;

    fn filling() -> Filling {
        Filling {
            id: "skola".into(),
            name_cs: "Škola \"U tří\\ závorek\"".into(),
            name_en: "School".into(),
            company_number: NOBODY.into(),
            today: Date::constant(2028, 2, 29),
        }
    }

    #[test]
    fn both_languages_say_the_same() {
        let filled = |language, name: &str| {
            let text = texts(language).into_iter().find(|(known, _)| *known == name).unwrap().1;
            filling().fill(text)
        };
        let [cs, en] = [Language::Cs, Language::En].map(|language| {
            let institution =
                institution_file::parse(filled(language, "institution.toml").as_bytes(), |_| None).unwrap();
            let unit = unit_file::parse(filled(language, "unit.toml").as_bytes()).unwrap();
            let sheet = results::read(filled(language, "results.csv").as_bytes(), &unit, filling().today);
            assert!(sheet.complaints.is_empty(), "{:?}", sheet.complaints);
            let settings: toml::Table = filled(language, "signet.toml").parse().unwrap();
            (institution, unit, sheet, settings)
        });
        assert_eq!(cs.0.institution.legal_name.text(Language::Cs), filling().name_cs);
        assert!(cs == en);
        assert_eq!(cs.2.rows.len(), 2);
    }

    #[test]
    fn a_name_becomes_an_id() {
        assert_eq!(slug("Česká zemědělská univerzita v Praze"), "ceska-zemedelska-univerzita-v-praze");
        assert_eq!(slug("„Škola“ – příkladů, z. ú."), "skola-prikladu-z-u");
        assert!(InstitutionId::new(&slug(&"Příliš žluťoučký kůň ".repeat(9))).is_ok());
    }
}
