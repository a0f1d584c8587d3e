//! A share as its row has it, and the digest of what the row says.

use signet_record::{CredentialId, Email, Timestamp};
use signet_registry::Digest;
use signet_share::{
    CodeHash, Purpose, Recipient, Reference, Share, ShareKind, ShareLabel, Showing, ShownField, ShownFields,
};

use crate::error::StoreError;
use crate::statement::Row;

/// The columns of a share that are not its own fields.
pub(crate) struct ShareColumns<'s> {
    pub kind: &'static str,
    pub label: Option<&'s str>,
    pub purpose: Option<&'static str>,
    pub show_birth_date: bool,
    pub recipient: Option<&'s str>,
    pub recipient_mail: Option<&'s str>,
    pub reference: Option<&'s str>,
    pub shows: Option<i64>,
    pub files: Option<i64>,
    pub code: Option<&'s str>,
}

impl<'s> ShareColumns<'s> {
    pub fn of(share: &'s Share) -> Self {
        let (show_birth_date, shows) = shown(share);
        let columns = ShareColumns {
            kind: "document",
            label: None,
            purpose: None,
            show_birth_date,
            recipient: None,
            recipient_mail: None,
            reference: None,
            shows: shows.map(|showing| i64::from(showing.fields().bits())),
            files: shows.map(|showing| i64::from(showing.files())),
            code: share.code.as_ref().map(CodeHash::as_str),
        };
        match &share.kind {
            ShareKind::Document => columns,
            ShareKind::Named { label, purpose, recipient, reference } => ShareColumns {
                kind: "named",
                label: Some(label.as_str()),
                purpose: Some(purpose.code()),
                recipient: recipient.as_ref().map(Recipient::name),
                recipient_mail: recipient.as_ref().and_then(|recipient| recipient.mail.as_ref()).map(Email::as_str),
                reference: reference.as_ref().map(Reference::as_str),
                ..columns
            },
        }
    }
}

/// What a share showed before its fields had a column: all of it, or all that has no date of birth.
fn before(show_birth_date: bool) -> Showing {
    let all = ShownFields::ALL;
    if show_birth_date { Showing::WHOLE } else { Showing::new(all.without(ShownField::Birth), false) }
}

/// `show_birth_date`, and what the columns after it have to add. What the program before this one could say is written as it wrote it: so the digest of
/// the row, which stands in the log, is the same as ever.
fn shown(share: &Share) -> (bool, Option<Showing>) {
    match (&share.kind, share.showing) {
        (ShareKind::Document, Showing::WHOLE) => (false, None),
        (_, showing) if showing == before(true) => (true, None),
        (_, showing) if showing == before(false) => (false, None),
        (_, showing) => (false, Some(showing)),
    }
}

/// The share columns of a row.
pub(crate) fn read(row: &Row) -> Result<Share, StoreError> {
    let kind = match row.text("kind")?.as_str() {
        "document" => ShareKind::Document,
        "named" => ShareKind::Named {
            label: row.fits("label", ShareLabel::new(&row.text("label")?))?,
            purpose: row.code("purpose", Purpose::from_code)?,
            recipient: recipient(row)?,
            reference: row
                .text_if("reference")?
                .map(|text| row.fits("reference", Reference::new(&text)))
                .transpose()?,
        },
        _ => return Err(row.wrong("kind")),
    };
    let showing = match (row.number_if::<u8>("shows")?, &kind) {
        (Some(bits), _) => {
            let fields = ShownFields::from_bits(bits).ok_or_else(|| row.wrong("shows"))?;
            Showing::new(fields, row.number_if::<u8>("whole_files")? == Some(1))
        }
        (None, ShareKind::Document) => Showing::WHOLE,
        (None, ShareKind::Named { .. }) => before(row.flag("show_birth_date")?),
    };
    Ok(Share {
        id: row.parse("id")?,
        credential: row.parse("credential")?,
        items: items(row)?,
        kind,
        ends: row.time_if("ends")?,
        showing,
        code: row.parse_if("code")?,
        language: row.language("language")?,
        created: row.time("created")?,
        withdrawn: row.time_if("withdrawn")?,
    })
}

/// Identifiers with commas between them, in whatever order the engine has put them together.
fn items(row: &Row) -> Result<Vec<CredentialId>, StoreError> {
    let Some(text) = row.text_if("items")? else { return Ok(Vec::new()) };
    let mut items: Vec<CredentialId> =
        text.split(',').map(|item| row.fits("items", item.parse())).collect::<Result<_, _>>()?;
    items.sort_unstable();
    Ok(items)
}

fn recipient(row: &Row) -> Result<Option<Recipient>, StoreError> {
    let Some(name) = row.text_if("recipient")? else { return Ok(None) };
    let mail = row.text_if("recipient_mail")?.map(|mail| row.fits("recipient_mail", Email::new(&mail))).transpose()?;
    row.fits("recipient", Recipient::new(&name, mail)).map(Some)
}

/// Digest of everything a row says of a share, its link's digest included, as a JSON array in the order of its columns. The
/// share's random id makes sure that nobody finds the terms out by trying, once the row is gone.
pub(crate) fn terms_of(share: &Share, lookup: &str) -> Digest {
    digest(share, &ShareColumns::of(share), lookup)
}

fn digest(share: &Share, columns: &ShareColumns<'_>, lookup: &str) -> Digest {
    let millisecond = |at: Option<Timestamp>| at.map(|at| at.as_millisecond());
    let mut terms = vec![
        serde_json::json!(share.id.to_string()),
        serde_json::json!(share.credential.to_string()),
        serde_json::json!(lookup),
        serde_json::json!(columns.kind),
        serde_json::json!(columns.label),
        serde_json::json!(columns.purpose),
        serde_json::json!(millisecond(share.ends)),
        serde_json::json!(columns.show_birth_date),
        serde_json::json!(share.language.code()),
        serde_json::json!(share.created.as_millisecond()),
        serde_json::json!(millisecond(share.withdrawn)),
    ];
    let texts = [columns.recipient, columns.recipient_mail, columns.reference, columns.code];
    let numbers = [columns.shows, columns.files];
    // Terms that need none of the later columns have the digest that they had before there were any.
    if texts.iter().any(Option::is_some) || numbers.iter().any(Option::is_some) {
        terms.extend(texts.map(|text| serde_json::json!(text)));
        terms.extend(numbers.map(|number| serde_json::json!(number)));
    }
    if !share.items.is_empty() {
        terms.push(share.items.iter().map(ToString::to_string).collect());
    }
    Digest::of(serde_json::Value::Array(terms).to_string().as_bytes())
}

/// The same of a share that stands in a row.
pub(crate) fn terms(row: &Row) -> Result<Digest, StoreError> {
    terms_under(row, &read(row)?, &row.text("lookup")?)
}

/// The same of a row that was read and found by `lookup`. The flag is the row's own: for some shares it says nothing, and must not be changed all the same.
pub(crate) fn terms_under(row: &Row, share: &Share, lookup: &str) -> Result<Digest, StoreError> {
    let columns = ShareColumns { show_birth_date: row.flag("show_birth_date")?, ..ShareColumns::of(share) };
    Ok(digest(share, &columns, lookup))
}
