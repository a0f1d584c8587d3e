//! `signet vocab list | find | check`: the EU's controlled lists, as this version keeps them.

use serde_json::{Value, json};
use signet_credential::vocabulary::{Edition, Member, Membership, Scheme, search};
use signet_lang::{Locale, args};
use signet_record::Language;

use crate::{
    cli::{LanguageChoice, VocabCheckArgs, VocabCommand, VocabFindArgs, VocabListArgs},
    exit::{CommandError, Exit},
    terminal::say,
};

/// Does what was asked.
pub fn run(command: &VocabCommand, locale: Locale) -> Result<Exit, CommandError> {
    match command {
        VocabCommand::List(args) => list(args, locale),
        VocabCommand::Find(args) => find(args, locale),
        VocabCommand::Check(args) => check(args, locale),
    }
}

fn list(args: &VocabListArgs, locale: Locale) -> Result<Exit, CommandError> {
    match (args.scheme.as_deref(), args.json) {
        (None, false) => Scheme::ALL.into_iter().for_each(|scheme| {
            say!("{:<24}  {} ({})", scheme.folder(), name(scheme, locale), size(scheme, locale));
        }),
        (None, true) => {
            let all: Vec<Value> = Scheme::ALL.into_iter().map(|scheme| scheme_json(scheme, locale)).collect();
            say!("{}", serde_json::to_string_pretty(&all)?);
        }
        (Some(named), as_json) => {
            let scheme = scheme(named, locale)?;
            let mut members = scheme.members();
            if scheme == Scheme::Qdr {
                // Codes say nothing there: by country, the framework before its levels.
                members.sort_by_key(|member| (member.notation, member.label.en.contains("Level"), member.label.en));
            }
            if as_json {
                let members: Vec<Value> = members.iter().map(|member| member_json(scheme, member)).collect();
                say!("{}", serde_json::to_string_pretty(&members)?);
            } else {
                members.iter().for_each(|member| say!("{}", line(member, locale)));
            }
        }
    }
    Ok(Exit::Success)
}

fn find(args: &VocabFindArgs, locale: Locale) -> Result<Exit, CommandError> {
    let only = args.scheme.as_deref().map(|named| scheme(named, locale)).transpose()?;
    let languages: &[Language] = match args.language {
        None => &Language::ALL,
        Some(LanguageChoice::Cs) => &[Language::Cs],
        Some(LanguageChoice::En) => &[Language::En],
    };
    let found = search(&args.words.join(" "), only, languages);
    if args.json {
        let told: Vec<Value> = found.iter().map(|(scheme, member)| member_json(*scheme, member)).collect();
        say!("{}", serde_json::to_string_pretty(&told)?);
    } else if found.is_empty() {
        say!("{}", locale.vocab_nothing_found());
    } else {
        found.iter().for_each(|(scheme, member)| say!("{:<24}  {}", scheme.folder(), line(member, locale)));
    }
    Ok(if found.is_empty() { Exit::Fails } else { Exit::Success })
}

fn check(args: &VocabCheckArgs, locale: Locale) -> Result<Exit, CommandError> {
    let told: Vec<Checked<'_>> = args.uris.iter().map(|uri| Checked::of(uri)).collect();
    if args.json {
        let told: Vec<Value> = told.iter().map(Checked::json).collect();
        say!("{}", serde_json::to_string_pretty(&told)?);
    } else {
        told.iter().for_each(|one| say!("{}", one.sentence(locale)));
    }
    let exits = told.iter().map(|one| one.standing.exit());
    // The worst of all: that one is not there weighs more than that of another it cannot be told.
    Ok(exits.max_by_key(|exit| if *exit == Exit::Fails { 3 } else { exit.code() }).unwrap_or(Exit::Success))
}

/// What can be said of an identifier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// A member of a list.
    Known,
    /// Not a member: the list is closed.
    Unknown,
    /// Not in our edition.
    Unlisted,
    /// Not of the form that codes of the list have.
    Malformed,
    /// A list that we do not keep, or not all of it.
    Unchecked,
    /// The list itself.
    Scheme,
    /// No list that we know.
    Foreign,
}

impl Standing {
    fn exit(self) -> Exit {
        match self {
            Standing::Known | Standing::Scheme => Exit::Success,
            Standing::Unknown | Standing::Malformed => Exit::Fails,
            Standing::Unlisted | Standing::Unchecked | Standing::Foreign => Exit::CannotTell,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Standing::Known => "known",
            Standing::Unknown => "unknown",
            Standing::Unlisted => "unlisted",
            Standing::Malformed => "malformed",
            Standing::Unchecked => "unchecked",
            Standing::Scheme => "scheme",
            Standing::Foreign => "foreign",
        }
    }
}

struct Checked<'a> {
    uri: &'a str,
    scheme: Option<Scheme>,
    member: Option<Member>,
    standing: Standing,
}

impl<'a> Checked<'a> {
    fn of(uri: &'a str) -> Self {
        if let Some(scheme) = Scheme::ALL.into_iter().find(|scheme| scheme.is_uri(uri)) {
            return Checked { uri, scheme: Some(scheme), member: None, standing: Standing::Scheme };
        }
        let Some((scheme, code)) = Scheme::of_member(uri) else {
            return Checked { uri, scheme: None, member: None, standing: Standing::Foreign };
        };
        let standing = match scheme.membership(code) {
            Membership::Known => Standing::Known,
            Membership::Impossible => Standing::Unknown,
            Membership::Unknown if scheme.edition() == Edition::NotKept => Standing::Malformed,
            Membership::Unknown => Standing::Unlisted,
            Membership::Unchecked => Standing::Unchecked,
        };
        Checked { uri, scheme: Some(scheme), member: scheme.find(code), standing }
    }

    fn sentence(&self, locale: Locale) -> String {
        let name = self.scheme.map(|scheme| name(scheme, locale)).unwrap_or_default();
        let label = self.member.map_or("", |member| member.label.text(locale.language()));
        match self.standing {
            Standing::Known => locale.vocab_known(args::VocabKnown { label, name, uri: self.uri }),
            Standing::Unknown => locale.vocab_unknown(args::VocabUnknown { name, uri: self.uri }),
            Standing::Unlisted => locale.vocab_unlisted(args::VocabUnlisted { name, uri: self.uri }),
            Standing::Malformed => locale.vocab_malformed(args::VocabMalformed { name, uri: self.uri }),
            Standing::Unchecked => locale.vocab_unchecked(args::VocabUnchecked { name, uri: self.uri }),
            Standing::Scheme => locale.vocab_scheme_itself(args::VocabSchemeItself { name, uri: self.uri }),
            Standing::Foreign => locale.vocab_foreign(self.uri),
        }
    }

    fn json(&self) -> Value {
        json!({
            "uri": self.uri,
            "standing": self.standing.name(),
            "scheme": self.scheme.map(Scheme::folder),
            "scheme_uri": self.scheme.map(Scheme::uri),
            "labels": self.member.map(|member| labels(&member)),
        })
    }
}

fn scheme(named: &str, locale: Locale) -> Result<Scheme, CommandError> {
    Scheme::named(named).or_else(|| Scheme::ALL.into_iter().find(|scheme| scheme.is_uri(named))).ok_or_else(|| {
        let known: Vec<&str> = Scheme::ALL.into_iter().map(Scheme::folder).collect();
        CommandError::new(
            Exit::Usage,
            locale.vocab_no_such_scheme(args::VocabNoSuchScheme { known: known.join(", "), scheme: named }),
        )
    })
}

fn name(scheme: Scheme, locale: Locale) -> String {
    args::VocabName::from_key(scheme.folder())
        .map_or_else(|| scheme.folder().to_owned(), |name| locale.vocab_name(name))
}

fn edition(scheme: Scheme) -> args::VocabSizeEdition {
    match scheme.edition() {
        Edition::Closed => args::VocabSizeEdition::Closed,
        Edition::Growing => args::VocabSizeEdition::Growing,
        Edition::Partial => args::VocabSizeEdition::Partial,
        Edition::NotKept => args::VocabSizeEdition::NotKept,
    }
}

fn size(scheme: Scheme, locale: Locale) -> String {
    locale.vocab_size(args::VocabSize { count: scheme.members().len(), edition: edition(scheme) })
}

/// Code, label in the reader's language, label in the other when it is another, and how it is written elsewhere.
fn line(member: &Member, locale: Locale) -> String {
    let own = locale.language();
    let label = member.label.text(own);
    let other = Language::ALL.into_iter().map(|language| member.label.text(language)).find(|other| *other != label);
    let eqf = member.eqf.map(|level| format!("EQF {level}"));
    let besides: Vec<&str> = [other, member.notation, eqf.as_deref()].into_iter().flatten().collect();
    let besides = if besides.is_empty() { String::new() } else { format!(" ({})", besides.join("; ")) };
    format!("{:<12}  {label}{besides}", member.code)
}

fn labels(member: &Member) -> Value {
    json!({ "cs": member.label.cs, "en": member.label.en })
}

fn scheme_json(scheme: Scheme, locale: Locale) -> Value {
    json!({
        "scheme": scheme.folder(),
        "uri": scheme.uri(),
        "name": name(scheme, locale),
        "edition": edition(scheme).key().replace('-', "_"),
        "members": scheme.members().len(),
    })
}

fn member_json(scheme: Scheme, member: &Member) -> Value {
    json!({
        "uri": scheme.member(member.code),
        "scheme": scheme.folder(),
        "code": member.code,
        "labels": labels(member),
        "notation": member.notation,
        "eqf": member.eqf,
    })
}

#[cfg(test)]
mod tests {
    use signet_credential::vocabulary::Scheme;
    use signet_lang::args::VocabName;

    #[test]
    fn every_scheme_has_a_name() {
        for scheme in Scheme::ALL {
            assert!(VocabName::from_key(scheme.folder()).is_some(), "{scheme:?}");
        }
    }
}
