//! Small things on one line: a note, an address, an identifier, a file.

use signet_credential::view::whole::{ConceptView, Content, DurationView, Moment, Thing, Unit, Wording, Words};
use signet_credential::vocabulary::Scheme;
use signet_credential::{PropertyName, scheme_name};
use signet_lang::{Locale, args};

use super::bodies::{Bodies, anchor, is_body};
use super::{LINES, LineView, Pictures, Piece};
use crate::view::{LinkView, ShownFields};

/// Members that hold a number of a hundred.
const PERCENTAGES: [PropertyName; 4] = [
    PropertyName::LevelOfCompletion,
    PropertyName::PercentageLower,
    PropertyName::PercentageEqual,
    PropertyName::PercentageHigher,
];

/// Where the members of the EU's lists live.
const CODES: [&str; 2] = ["http://data.europa.eu/snb/", "http://publications.europa.eu/resource/authority/"];
/// The framework of digital skills (DigComp).
const DIGITAL_SKILLS: &str = "http://data.europa.eu/snb/dcf/";

/// What is needed to say something.
pub struct Teller<'w, 'a> {
    pub l: Locale,
    pub reveal: ShownFields,
    pub pictures: Pictures,
    pub bodies: Bodies<'w, 'a>,
}

/// Is it told on a line rather than under a heading of its own?
pub fn is_small(thing: &Thing<'_>) -> bool {
    matches!(
        thing.class,
        "Note"
            | "Identifier"
            | "LegalIdentifier"
            | "WebResource"
            | "Mailbox"
            | "Phone"
            | "Address"
            | "Location"
            | "Geometry"
            | "CreditPoint"
            | "PeriodOfTime"
            | "Amount"
            | "PriceDetail"
            | "Grant"
            | "MediaObject"
            | "LearningOutcome"
            | "GradingScheme"
            | "ResultDistribution"
            | "ResultCategory"
            | "ShortenedGrading"
            | "ShaclValidator2017"
            | "IndividualDisplay"
            | "DisplayDetail"
            | "SignetStatusEntry"
            | "ConceptScheme"
    )
}

/// The words that stand for a thing.
pub fn heading<'t, 'a>(thing: &'t Thing<'a>) -> Option<(PropertyName, &'t Words<'a>)> {
    let members = [PropertyName::Title, PropertyName::LegalName, PropertyName::FullName, PropertyName::PrefLabel];
    members.into_iter().find_map(|member| Some((member, thing.words(member)?)))
}

impl<'a> Teller<'_, 'a> {
    /// A text of the file, marked when it is in another language than the page.
    pub fn wording(&self, wording: Wording<'_>) -> Piece {
        let language = wording.language.filter(|_| !wording.is_in(self.l.language().code())).map(str::to_owned);
        Piece::Words(wording.text.to_owned(), language)
    }

    fn plain(&self, text: &str) -> Piece {
        Piece::Plain(text.to_owned())
    }

    /// The texts in the best language.
    pub fn words(&self, words: &Words<'_>) -> Vec<Piece> {
        let best = words.best(self.l.language());
        join(best.into_iter().map(|wording| vec![self.wording(wording)]), ", ")
    }

    /// The texts that no language switch of ours would show.
    pub fn foreign(&self, words: &Words<'_>) -> Option<(String, Vec<Piece>)> {
        let foreign = words.foreign(self.l.language()).take(LINES).map(|wording| {
            let tag = wording.language.unwrap_or_default();
            vec![self.plain(tag), self.plain(": "), self.wording(wording)]
        });
        let pieces = join(foreign, "; ");
        (!pieces.is_empty()).then(|| (self.l.content_other_languages(), pieces))
    }

    /// Anything that is not a thing of its own, on one line.
    pub fn line(&self, content: &Content<'a>) -> LineView {
        match content {
            Content::Words(words) => {
                LineView { pieces: self.words(words), more: self.foreign(words).into_iter().collect() }
            }
            Content::Text("true") => LineView::of(vec![Piece::Plain(self.l.content_yes())]),
            Content::Text("false") => LineView::of(vec![Piece::Plain(self.l.content_no())]),
            Content::Text(text) => LineView::of(vec![Piece::Words((*text).to_owned(), None)]),
            Content::Address(address) => LineView::of(vec![self.address(address, None)]),
            Content::Moment(moment) => LineView::of(vec![self.moment(moment)]),
            Content::Duration(duration) => {
                LineView::of(vec![Piece::Time(self.duration(duration), duration.written.to_owned())])
            }
            Content::Concept(concept) => self.concept(concept),
            Content::Again(_) => LineView::of(vec![Piece::Plain(self.l.content_above())]),
            Content::Thing(thing) if is_body(thing) => LineView::of(vec![self.body(thing)]),
            Content::Thing(thing) => {
                let pieces = join(self.lines(thing).into_iter().map(|line| self.flat(line)), "; ");
                LineView::of(pieces)
            }
        }
    }

    /// The same; a percentage is one, and the names of our own schemes are in the reader's language.
    pub fn measured(&self, member: PropertyName, content: &Content<'a>) -> LineView {
        match content {
            Content::Text(number) if PERCENTAGES.contains(&member) => {
                LineView::of(vec![Piece::Plain(format!("{number}\u{a0}%"))])
            }
            Content::Text(name) if member == PropertyName::SchemeName => LineView::of(vec![self.scheme(name)]),
            _ => self.line(content),
        }
    }

    /// The name of one of our own schemes in the reader's language; that of any other as it is written.
    fn scheme(&self, name: &str) -> Piece {
        Piece::Plain(match name {
            scheme_name::CREDENTIAL => self.l.web_credential_identifier(),
            scheme_name::UNIT => self.l.document_unit(),
            scheme_name::COURSE => self.l.content_course_code(),
            scheme_name::RECORD_DIGEST => self.l.content_record_digest(),
            scheme_name::RECORD_OPENING => self.l.content_record_opening(),
            name => return Piece::Words(name.to_owned(), None),
        })
    }

    pub(super) fn flat(&self, line: LineView) -> Vec<Piece> {
        let more = line.more.into_iter().map(|(label, pieces)| {
            let mut all = vec![Piece::Plain(format!("{label}: "))];
            all.extend(pieces);
            all
        });
        join(std::iter::once(line.pieces).chain(more), "; ")
    }

    pub(super) fn address(&self, address: &str, words: Option<Wording<'_>>) -> Piece {
        let text = words.map_or(address, |words| words.text);
        let language = words.and_then(|words| match self.wording(words) {
            Piece::Words(_, language) => language,
            _ => None,
        });
        match (LinkView::outside(address), address.strip_prefix("mailto:")) {
            (Some(link), _) => Piece::Link(link.href, text.to_owned(), language),
            (None, Some(mailbox)) if mailbox.contains('@') && !mailbox.contains(['?', '&', '%', '\n']) => {
                Piece::Link(format!("mailto:{mailbox}"), mailbox.to_owned(), None)
            }
            (None, Some(mailbox)) => self.plain(mailbox),
            (None, None) if words.is_some() => Piece::Plain(format!("{text} ({address})")),
            (None, None) => self.plain(address),
        }
    }

    fn moment(&self, moment: &Moment<'_>) -> Piece {
        let shown = match (moment.instant, moment.day) {
            (Some(instant), _) => self.l.instant(instant),
            (None, Some(day)) => self.l.date(day),
            (None, None) => return self.plain(moment.written),
        };
        Piece::Time(shown, moment.written.to_owned())
    }

    fn duration(&self, duration: &DurationView<'_>) -> String {
        let part = |(number, unit): &(&str, Unit)| {
            let name = match unit {
                Unit::Years => args::ContentDurationUnit::Years,
                Unit::Months => args::ContentDurationUnit::Months,
                Unit::Weeks => args::ContentDurationUnit::Weeks,
                Unit::Days => args::ContentDurationUnit::Days,
                Unit::Hours => args::ContentDurationUnit::Hours,
                Unit::Minutes => args::ContentDurationUnit::Minutes,
                Unit::Seconds => args::ContentDurationUnit::Seconds,
            };
            self.l.content_duration(args::ContentDuration {
                count: number.parse::<f64>().unwrap_or_default(),
                number: self.l.decimal(number),
                unit: name,
            })
        };
        duration.parts.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    /// A member of a list by its name; ESCO's, and those of lists that are nobody's we know, with a way to them.
    pub(super) fn concept(&self, concept: &ConceptView<'a>) -> LineView {
        let Some(label) = concept.label(self.l.language()) else {
            return LineView::of(vec![Piece::Plain(self.l.content_unnamed())]);
        };
        // Codes of the EU's own lists lead nowhere that would help a reader, except to skills.
        let coded = |uri: &&str| CODES.iter().any(|start| uri.starts_with(start)) && !uri.starts_with(DIGITAL_SKILLS);
        let elsewhere = match concept.listed() {
            Some((Scheme::EscoSkills | Scheme::EscoOccupations, _)) => concept.uri,
            Some(_) => None,
            None => concept.uri.filter(|uri| !coded(uri)),
        };
        let piece = match elsewhere {
            Some(uri) if LinkView::outside(uri).is_some() => self.address(uri, Some(label)),
            _ => self.wording(label),
        };
        let mut more = Vec::new();
        // The EU's software writes the name of the list into the notation.
        let of_list = |notation: &&str| !concept.lists.iter().any(|list| list.split('/').any(|step| step == *notation));
        // … and “Skill” into that of each of ESCO's.
        let is_esco = matches!(concept.listed(), Some((Scheme::EscoSkills | Scheme::EscoOccupations, _)));
        if let Some(notation) =
            concept.notation.filter(of_list).filter(|_| !is_esco).filter(|notation| *notation != label.text)
        {
            more.push((self.l.content_member(args::ContentMember::Notation), vec![self.plain(notation)]));
        }
        let definition = self.words(&concept.definitions);
        if !definition.is_empty() {
            more.push((self.l.content_member(args::ContentMember::Definition), definition));
        }
        LineView { pieces: vec![piece], more }
    }

    /// Somebody by name, with the way to where they are described.
    pub fn body(&self, thing: &Thing<'a>) -> Piece {
        let (text, language) = match self.name(thing) {
            Piece::Words(text, language) => (text, language),
            Piece::Plain(text) => (text, None),
            other => return other,
        };
        match self.bodies.find(thing) {
            Some(at) => Piece::Jump(anchor(at), text, language),
            None => Piece::Words(text, language),
        }
    }

    /// What a thing is called.
    pub fn name(&self, thing: &Thing<'a>) -> Piece {
        let language = self.l.language();
        let named = [
            PropertyName::LegalName,
            PropertyName::Title,
            PropertyName::FullName,
            PropertyName::PrefLabel,
            PropertyName::AltLabel,
        ]
        .into_iter()
        .find_map(|member| thing.words(member)?.first(language));
        if let Some(name) = named {
            return self.wording(name);
        }
        let names: Vec<&str> = [PropertyName::GivenName, PropertyName::FamilyName]
            .into_iter()
            .filter_map(|member| Some(thing.words(member)?.first(language)?.text))
            .collect();
        Piece::Plain(if names.is_empty() { self.l.content_unnamed() } else { names.join(" ") })
    }
}

impl LineView {
    /// A line without details.
    pub fn of(pieces: Vec<Piece>) -> Self {
        LineView { pieces, more: Vec::new() }
    }

    /// Does it say nothing?
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.more.is_empty()
    }
}

/// Puts a separator between what is not empty.
pub fn join(parts: impl IntoIterator<Item = Vec<Piece>>, separator: &str) -> Vec<Piece> {
    let mut joined = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !joined.is_empty() {
            joined.push(Piece::Plain(separator.to_owned()));
        }
        joined.extend(part);
    }
    joined
}
