//! One sheet: what is printed, and what can go wrong.

use signet_lang::{Locale, args};
use signet_record::image::MediaType;
use signet_record::{Award, Language, SealingIssuer, Timestamp};

use crate::colour::Rgb;
use crate::qr::QrError;
use crate::renderer::{LOGO_PNG, LOGO_SVG};
use crate::view::{Colours, Logo, Pair, View};
use crate::{certificate, supplement};

/// Everything that stands on the paper.
#[derive(Clone)]
pub struct DocumentInput<'a> {
    /// What was achieved, by whom, and who awards it.
    pub award: &'a Award,
    /// When the credential is issued. Its day at the institution (Europe/Prague) is printed; the instant is the date of the file.
    pub issued: Timestamp,
    /// The organisation that the seal certificate names.
    pub sealed_by: String,
    /// Whether the seal will carry a time stamp (baseline B-T or higher).
    pub time_stamped: bool,
    /// Whether the seal is a test seal: every page then says that it is invalid.
    pub test: bool,
    /// The document's own link, printed with its QR code in the supplement and nowhere else.
    pub link: &'a str,
    /// The root of the record, where the credential carries one.
    pub record: Option<PrintedRoot>,
}

/// The root of a record as it is printed. It is the one that the embedded credential carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedRoot {
    /// As forms carry it, for the keywords of the file.
    pub notation: String,
    /// In groups of digits, for people to compare.
    pub groups: String,
}

/// Why a document could not be made. No message repeats what stands on the sheet.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The link does not fit a QR code.
    #[error("the link cannot be drawn as a QR code: {0}")]
    Link(#[from] QrError),
    /// The sheet could not be handed to the layout.
    #[error("the sheet could not be written for the layout")]
    Data,
    /// The layout reported an error or a warning, for example about the logo.
    #[error("the document could not be laid out: {0}")]
    Layout(String),
    /// The picture did not come out in its size, or could not be encoded.
    #[error("the picture of the first page could not be made")]
    Picture,
    /// The date of issue cannot be written as the date of a file.
    #[error("the time of issue is outside what a PDF can say")]
    Time,
    /// A rule of PDF/A-3a or PDF/UA-1 is broken.
    #[error("the PDF would not meet PDF/A-3a and PDF/UA-1: {0}")]
    Pdf(String),
}

impl View {
    /// The sheet in words, ready to be set.
    pub(crate) fn of(sheet: &DocumentInput<'_>) -> View {
        let award = sheet.award;
        let institution = award.institution();
        let czech = Locale::new(Language::Cs);
        let name = institution.legal_name.text(Language::Cs);
        let colour = Rgb(institution.colour.rgb());
        View {
            title: czech.document_title(args::DocumentTitle {
                holder: award.holder().full_name(),
                title: award.unit().title.text(Language::Cs),
            }),
            author: name.to_owned(),
            description: czech.document_description(),
            attachment: czech.document_attachment(),
            colour: Colours { accent: colour.for_lines().hex(), ink: colour.for_text().hex() },
            logo: institution.logo.as_ref().map(|logo| Logo {
                path: match logo.media_type() {
                    MediaType::Svg => LOGO_SVG,
                    MediaType::Png => LOGO_PNG,
                },
                alt: logo.alt().text(Language::Cs).to_owned(),
            }),
            test: sheet.test.then(|| Pair::says(Locale::document_test)),
            page: Pair::says(|locale| locale.document_page(args::DocumentPage { page: "{page}", pages: "{pages}" })),
            identifier_label: Pair::says(Locale::document_identifier),
            identifier: award.id().to_string(),
            certificate: certificate::view(sheet),
            supplement: supplement::view(sheet),
        }
    }
}

/// The sealing organisation, in both languages when it is a body we know by that name.
pub(crate) fn sealer(sheet: &DocumentInput<'_>) -> Pair {
    let body = match sheet.award.sealing() {
        SealingIssuer::AwardingBody => sheet.award.institution(),
        SealingIssuer::Mandated { issuer, .. } => issuer,
    };
    let name = &body.legal_name;
    if Language::ALL.iter().any(|language| name.text(*language) == sheet.sealed_by) {
        Pair::from(name)
    } else {
        Pair::same(sheet.sealed_by.as_str())
    }
}
