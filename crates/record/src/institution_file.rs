//! Institutions as TOML files. The format is described in docs/formats.md.

use toml::de::DeValue;

use crate::{
    Address, Colour, CompanyNumber, Complaint, Country, Email, EmbeddedFile, FileProblem, Flaw, Flaws, Homepage, Image,
    Institution, InstitutionFields, InstitutionId, InstitutionRules, LegalIdentifier, Line, Mandate, PictureProblem,
    Problem, SealedStatement,
    toml_table::{self, Table, text},
};

/// What an institution file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstitutionFile {
    /// The institution.
    pub institution: Institution,
    /// Whose seal its credentials bear, when not its own.
    pub sealed_by: Option<SealedBy>,
    /// Where two people are needed.
    pub rules: InstitutionRules,
}

/// Another institution that seals by mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedBy {
    /// The institution that seals; it has a file of its own.
    pub issuer: InstitutionId,
    /// The mandate by which it seals.
    pub mandate: Mandate,
}

/// Reads an institution file, UTF-8, at most 512 KiB. `picture` gives the bytes of the logo and of
/// the mandate's document by a file name without folders, or `None` when there is no such file.
///
/// # Errors
/// Everything that is wrong, in the order of lines.
pub fn parse(bytes: &[u8], picture: impl Fn(&str) -> Option<Vec<u8>>) -> Result<InstitutionFile, Vec<Complaint>> {
    toml_table::parse(
        bytes,
        |file| fields(file, &picture),
        |(fields, sealed_by, rules)| Ok(InstitutionFile { institution: Institution::new(fields)?, sealed_by, rules }),
    )
}

fn from_text<T>(new: impl Fn(&str) -> Result<T, Flaw>) -> impl Fn(&DeValue<'_>) -> Result<T, Flaws> {
    move |value| Ok(new(text(value)?)?)
}

fn fields(
    file: &mut Table<'_, '_, '_>,
    picture: &impl Fn(&str) -> Option<Vec<u8>>,
) -> Option<(InstitutionFields, Option<SealedBy>, InstitutionRules)> {
    let id = file.one("id", from_text(InstitutionId::new));
    let legal_name = file.bilingual("legal_name");
    let company_number = file.maybe("company_number", from_text(CompanyNumber::new));
    let country = file.one("country", from_text(Country::new));
    let seat = file.table("seat", |table| {
        let (line, town) = (table.one("line", from_text(Line::new)), table.bilingual("town"));
        Some(Address { line: line?, town: town? })
    });
    let eidas_identifier = file.one("eidas_identifier", from_text(LegalIdentifier::new));
    let registration = file.maybe("registration", from_text(Line::new));
    let homepage = file.maybe("homepage", from_text(Homepage::new));
    let email = file.maybe("email", from_text(Email::new));
    let logo = file.maybe_table("logo", |table| logo(table, picture));
    let colour = file.one("colour", from_text(Colour::new));
    let legal_basis = file.bilingual("legal_basis");
    let course_legal_basis = file.maybe_bilingual("course_legal_basis");
    let sealed_by = file.maybe_table("sealed_by", |table| {
        let (issuer, statement) = (table.one("issuer", from_text(InstitutionId::new)), table.bilingual("mandate"));
        let document = table.maybe_table("document", |table| document(table, picture));
        let sealed = table.maybe("sealed_mandate", |value| {
            let absent = || Flaw::from(Problem::NotAFile { reason: FileProblem::Absent });
            Ok(SealedStatement::new(beside(text(value)?, picture).ok_or_else(absent)?)?)
        });
        let mandate = Mandate { statement: statement?, document: document?, sealed: sealed? };
        Some(SealedBy { issuer: issuer?, mandate })
    });
    let rules = file.maybe_table("rules", |table| {
        let second_yes = table.maybe("second_yes", |value| Ok(toml_table::boolean(value)?));
        let revoke_alone_max = table.maybe("revoke_alone_max", |value| Ok(toml_table::integer(value)?));
        Some(InstitutionRules { second_yes: second_yes? == Some(true), revoke_alone_max: revoke_alone_max? })
    });
    let fields = InstitutionFields {
        id: id?,
        legal_name: legal_name?,
        company_number: company_number?,
        country: country?,
        seat: seat?,
        eidas_identifier: eidas_identifier?,
        registration: registration?,
        homepage: homepage?,
        email: email?,
        logo: logo?,
        colour: colour?,
        legal_basis: legal_basis?,
        course_legal_basis: course_legal_basis?,
    };
    Some((fields, sealed_by?, rules?.unwrap_or(InstitutionRules::NONE)))
}

/// A file beside the institution file, by its name without folders.
fn beside(name: &str, file: &impl Fn(&str) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let plain = !name.is_empty() && !name.contains(['/', '\\', ':', '\0']) && name != ".." && name != ".";
    plain.then(|| file(name)).flatten()
}

fn document(table: &mut Table<'_, '_, '_>, file: &impl Fn(&str) -> Option<Vec<u8>>) -> Option<EmbeddedFile> {
    let bytes = table.one("file", |value| {
        let absent = || Flaw::from(Problem::NotAFile { reason: FileProblem::Absent }).into();
        beside(text(value)?, file).ok_or_else(absent)
    });
    let title = table.bilingual("title");
    match EmbeddedFile::new(bytes?, title?) {
        Ok(file) => Some(file),
        Err(flaw) => {
            table.complain(flaw.under("file"));
            None
        }
    }
}

fn logo(table: &mut Table<'_, '_, '_>, picture: &impl Fn(&str) -> Option<Vec<u8>>) -> Option<Image> {
    let bytes = table.one("file", |value| {
        let absent = || Flaw::from(Problem::NotAPicture { reason: PictureProblem::Absent }).into();
        beside(text(value)?, picture).ok_or_else(absent)
    });
    let alt = table.bilingual("alt");
    match Image::new(bytes?, alt?) {
        Ok(image) => Some(image),
        Err(flaw) => {
            table.complain(flaw.under("file"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const FILE: &str = r##"
id = "vzorova"
legal_name = { cs = "Vzorová", en = "Specimen" }
country = "CZE"
eidas_identifier = "NTRCZ-99999994"
colour = "#123f6d"
legal_basis = { cs = "§ 60", en = "Section 60" }
seat = { line = "Lhota 1", town = { cs = "Lhota", en = "Lhota" } }

[sealed_by]
issuer = "provozovatel"
mandate = { cs = "Pověření č. 1.", en = "Mandate No. 1." }
document = { file = "povereni.pdf", title = { cs = "Pověření", en = "Mandate" } }
"##;

    #[test]
    fn the_legal_basis_of_courses_is_not_that_of_lifelong_learning() {
        let course = crate::UnitKind::Course {
            code: Line::new("FP/1").unwrap(),
            programme: crate::Bilingual::new("Příklady", "Examples").unwrap(),
        };
        let read = |text: &str| parse(text.as_bytes(), |_| Some(b"%PDF-1.7".to_vec())).unwrap().institution;
        let without = read(FILE);
        assert_eq!(course.legal_basis_in(&without), None);
        assert_eq!(crate::UnitKind::LifelongLearning.legal_basis_in(&without), Some(&without.legal_basis));
        let with = read(
            &FILE.replace("seat =", "course_legal_basis = { cs = \"Studijní řád\", en = \"Study Rules\" }\nseat ="),
        );
        assert_eq!(course.legal_basis_in(&with).unwrap().text(crate::Language::En), "Study Rules");
        let json = serde_json::to_string(&without).unwrap();
        assert!(!json.contains("course_legal_basis"), "records of before read and write as they did");
    }

    #[test]
    fn a_mandate_may_have_its_document() {
        let read = |bytes: Option<&[u8]>| parse(FILE.as_bytes(), |_| bytes.map(<[u8]>::to_vec));
        let mandate = read(Some(b"%PDF-1.7")).unwrap().sealed_by.unwrap().mandate;
        assert_eq!(mandate.document.as_ref().unwrap().bytes(), b"%PDF-1.7");
        let json = serde_json::to_string(&mandate).unwrap();
        assert_eq!(serde_json::from_str::<Mandate>(&json).unwrap(), mandate);
        let wrong = |bytes| {
            let complaint = read(bytes).unwrap_err().remove(0);
            (complaint.field, complaint.flaw.problem)
        };
        let at = "sealed_by.document.file".to_owned();
        assert_eq!(wrong(None), (at.clone(), Problem::NotAFile { reason: FileProblem::Absent }));
        assert_eq!(wrong(Some(b"GIF89a")), (at, Problem::NotAFile { reason: FileProblem::Format }));
    }

    #[test]
    fn a_mandate_may_be_sealed_by_the_body_that_gives_it() {
        let file = FILE.replace("document = {", "sealed_mandate = \"povereni.json\"\ndocument = {");
        let read = |bytes: Option<&'static [u8]>| {
            let beside = move |name: &str| {
                if name.ends_with(".json") { bytes.map(<[u8]>::to_vec) } else { Some(b"%PDF-1.7".to_vec()) }
            };
            parse(file.as_bytes(), beside)
        };
        let mandate = read(Some(b"{\"payload\":\"\"}")).unwrap().sealed_by.unwrap().mandate;
        assert_eq!(mandate.sealed.as_ref().unwrap().bytes(), b"{\"payload\":\"\"}");
        let json = serde_json::to_string(&mandate).unwrap();
        assert_eq!(serde_json::from_str::<Mandate>(&json).unwrap(), mandate);
        for (bytes, reason) in [(None, FileProblem::Absent), (Some(&b"%PDF-1.7"[..]), FileProblem::Format)] {
            let complaint = read(bytes).unwrap_err().remove(0);
            assert_eq!(complaint.field, "sealed_by.sealed_mandate");
            assert_eq!(complaint.flaw.problem, Problem::NotAFile { reason });
        }
    }

    #[test]
    fn a_mandate_without_document_is_kept_as_it_always_was() {
        let mandate: Mandate = serde_json::from_str(r#"{"cs":"Pověření","en":"Mandate"}"#).unwrap();
        assert_eq!(serde_json::to_string(&mandate).unwrap(), r#"{"cs":"Pověření","en":"Mandate"}"#);
    }
}
