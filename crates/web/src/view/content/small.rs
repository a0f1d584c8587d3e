//! Small things, each in its own way: addresses, identifiers, credits, files, pictures of the document.

use signet_credential::view::whole::{ConceptView, Content, Field, MediaFile, Thing};
use signet_credential::vocabulary::Scheme;
use signet_credential::{ECTS, PropertyName};

use super::line::{Teller, heading, join};
use super::{LINES, LineView, Pictures, Piece, order, picture};
use crate::view::ShownField;
use crate::view::measure::ects;

impl<'a> Teller<'_, 'a> {
    /// A small thing. Its fields that have no place in the line itself follow as details.
    pub fn lines(&self, thing: &Thing<'a>) -> Vec<LineView> {
        let (pieces, used): (Vec<Piece>, &[PropertyName]) = match thing.class {
            "Note" => (self.all(thing, PropertyName::NoteLiteral), &[PropertyName::NoteLiteral]),
            "Identifier" | "LegalIdentifier" => (self.all(thing, PropertyName::Notation), &[PropertyName::Notation]),
            "WebResource" | "Grant" => (self.resource(thing), &[PropertyName::ContentURL, PropertyName::Title]),
            "Mailbox" | "ShaclValidator2017" | "ConceptScheme" => {
                (thing.id.map(|id| self.address(id, None)).into_iter().collect(), &[])
            }
            "Phone" => self.phone(thing),
            "Address" => (
                self.several(thing, &[PropertyName::FullAddress, PropertyName::CountryCode]),
                &[PropertyName::FullAddress, PropertyName::CountryCode],
            ),
            "Location" => (
                self.several(thing, &[PropertyName::GeographicName, PropertyName::Address, PropertyName::SpatialCode]),
                &[PropertyName::GeographicName, PropertyName::Address, PropertyName::SpatialCode],
            ),
            "Geometry" => (
                self.several(thing, &[PropertyName::Latitude, PropertyName::Longitude]),
                &[PropertyName::Latitude, PropertyName::Longitude],
            ),
            "CreditPoint" => (self.credit(thing), &[PropertyName::Point, PropertyName::Framework]),
            "PeriodOfTime" => {
                (self.period(thing), &[PropertyName::PrefLabel, PropertyName::StartDate, PropertyName::EndDate])
            }
            "Amount" => (self.amount(thing), &[PropertyName::Value, PropertyName::Unit]),
            "MediaObject" => (vec![self.file(thing)], &[PropertyName::Content, PropertyName::Title]),
            "ResultDistribution" => {
                let categories =
                    thing.things(PropertyName::ResultCategory).take(LINES).flat_map(|category| self.lines(category));
                let rest = LineView {
                    pieces: self.all(thing, PropertyName::Description),
                    more: self.rest(thing, &[PropertyName::ResultCategory, PropertyName::Description]),
                };
                return std::iter::once(rest).filter(|line| !line.is_empty()).chain(categories).collect();
            }
            "ResultCategory" => {
                let line = LineView {
                    pieces: self.all(thing, PropertyName::Label),
                    more: self.rest(thing, &[PropertyName::Label]),
                };
                return vec![LineView::of(self.flat(line))];
            }
            "ShortenedGrading" => {
                let line = LineView { pieces: Vec::new(), more: self.rest(thing, &[]) };
                return vec![LineView::of(self.flat(line))];
            }
            "IndividualDisplay" => return self.display(thing),
            "SignetStatusEntry" => (self.all(thing, PropertyName::List), &[PropertyName::List]),
            _ => match heading(thing) {
                Some((member, words)) => {
                    let mut line = LineView { pieces: self.words(words), more: self.rest(thing, &[member]) };
                    line.more.extend(self.foreign(words));
                    return vec![line];
                }
                None => (Vec::new(), &[]),
            },
        };
        let mut more = self.rest(thing, used);
        let primary = used.first().and_then(|member| thing.words(*member));
        more.extend(primary.and_then(|words| self.foreign(words)));
        vec![LineView { pieces, more }].into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// The fields that a line has not told yet.
    fn rest(&self, thing: &Thing<'a>, used: &[PropertyName]) -> Vec<(String, Vec<Piece>)> {
        let told = |member: PropertyName| used.contains(&member) || self.hides(thing, member);
        let mut fields: Vec<&Field<'a>> = thing.fields.iter().filter(|field| !told(field.member)).collect();
        fields.sort_by_key(|field| order::place(field.member));
        let mut told = Vec::new();
        for field in fields {
            let is_note =
                |content: &&Content<'a>| field.member == PropertyName::AdditionalNote && content.thing().is_some();
            let notes = field.contents.iter().filter(is_note).filter_map(Content::thing);
            let notes = notes.filter(|note| !self.hides_note(note)).take(LINES);
            told.extend(notes.map(|note| self.note(thing, note)));
            let others = field.contents.iter().filter(|content| !is_note(content)).take(LINES);
            let pieces = others.map(|content| self.flat(self.measured(field.member, content)));
            told.push((order::label(thing, field.member, self.l), join(pieces, ", ")));
        }
        told.retain(|(_, pieces)| !pieces.is_empty());
        told
    }

    /// A note under what it is about, on one line.
    fn note(&self, owner: &Thing<'a>, note: &Thing<'a>) -> (String, Vec<Piece>) {
        let (label, told): (String, &[PropertyName]) = match self.subject(note) {
            Some(subject) => (subject, &[PropertyName::NoteLiteral, PropertyName::Subject]),
            None => (order::label(owner, PropertyName::AdditionalNote, self.l), &[PropertyName::NoteLiteral]),
        };
        (label, self.flat(LineView { pieces: self.all(note, PropertyName::NoteLiteral), more: self.rest(note, told) }))
    }

    /// What a note is about, when a name says all of it.
    pub fn subject(&self, note: &Thing<'a>) -> Option<String> {
        let [Content::Concept(concept)] = note.contents(PropertyName::Subject) else { return None };
        let line = self.concept(concept);
        match line.pieces.as_slice() {
            [Piece::Words(text, _)] if line.more.is_empty() => Some(text.clone()),
            _ => None,
        }
    }

    /// All contents of a member on one line.
    fn all(&self, thing: &Thing<'a>, member: PropertyName) -> Vec<Piece> {
        let contents = thing.contents(member).iter().take(LINES);
        join(contents.map(|content| self.flat(self.measured(member, content))), ", ")
    }

    fn several(&self, thing: &Thing<'a>, members: &[PropertyName]) -> Vec<Piece> {
        join(members.iter().map(|member| self.all(thing, *member)), ", ")
    }

    fn resource(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let title = thing.words(PropertyName::Title).and_then(|words| words.first(self.l.language()));
        match thing.text(PropertyName::ContentURL) {
            Some(address) => vec![self.address(address, title)],
            None => title.map(|title| self.wording(title)).into_iter().collect(),
        }
    }

    fn phone(&self, thing: &Thing<'a>) -> (Vec<Piece>, &'static [PropertyName]) {
        if thing.text(PropertyName::PhoneNumber).is_some() {
            return (self.all(thing, PropertyName::PhoneNumber), &[PropertyName::PhoneNumber]);
        }
        let members: &[PropertyName] =
            &[PropertyName::CountryDialing, PropertyName::AreaDialingCode, PropertyName::DialNumber];
        (join(members.iter().map(|member| self.all(thing, *member)), " "), members)
    }

    fn credit(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let framework = thing.contents(PropertyName::Framework).iter().find_map(|content| match content {
            Content::Concept(concept) => Some(concept),
            _ => None,
        });
        let number = thing.text(PropertyName::Point).filter(|point| point.parse::<f64>().is_ok());
        let is_ects = framework.and_then(ConceptView::listed) == Some((Scheme::Credit, ECTS));
        match (number, is_ects) {
            (Some(point), true) => vec![Piece::Plain(ects(point, self.l))],
            (Some(point), false) => {
                join([vec![Piece::Plain(self.l.decimal(point))], self.all(thing, PropertyName::Framework)], " – ")
            }
            (None, _) => self.several(thing, &[PropertyName::Point, PropertyName::Framework]),
        }
    }

    fn period(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let span = join([self.all(thing, PropertyName::StartDate), self.all(thing, PropertyName::EndDate)], " – ");
        join([self.all(thing, PropertyName::PrefLabel), span], ": ")
    }

    fn amount(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let value = thing.text(PropertyName::Value).map(|value| vec![Piece::Plain(self.l.decimal(value))]);
        join([value.unwrap_or_default(), self.all(thing, PropertyName::Unit)], "\u{a0}")
    }

    /// An embedded file: a download, or why there is none.
    fn file(&self, thing: &Thing<'a>) -> Piece {
        if !self.reveal.is_all() {
            return Piece::Plain(self.l.content_withheld());
        }
        let title = thing.words(PropertyName::Title).and_then(|words| words.first(self.l.language()));
        match MediaFile::of(thing) {
            Some(file) => picture::download(&file, title.map_or("", |title| title.text), self.l),
            None => Piece::Plain(match title {
                Some(title) => format!("{}: {}", title.text, self.l.content_file_refused()),
                None => self.l.content_file_refused(),
            }),
        }
    }

    /// The pictures of the document in one language.
    fn display(&self, thing: &Thing<'a>) -> Vec<LineView> {
        let language = LineView {
            pieces: self.all(thing, PropertyName::Language),
            more: self.rest(thing, &[PropertyName::Language, PropertyName::DisplayDetail]),
        };
        let page = |detail: &Thing<'a>| {
            let number = detail.text(PropertyName::Page).unwrap_or("1").to_owned();
            let image = detail.things(PropertyName::Image).next();
            let shown = image
                .and_then(|image| picture::picture(image, self.l.content_picture_of_document(number.as_str()), true));
            let picture = match (shown, self.pictures) {
                _ if !self.reveal.shows(ShownField::Picture) => Piece::Plain(self.l.content_withheld()),
                (Some(_), Pictures::Elsewhere) => Piece::Plain(self.l.content_picture_above()),
                (Some(picture), Pictures::Here) => picture,
                (None, _) => Piece::Plain(self.l.content_file_refused()),
            };
            let pieces = vec![Piece::Plain(self.l.content_page(number.as_str())), Piece::Plain(" ".into()), picture];
            LineView { pieces, more: image.map(|image| self.rest(image, &[PropertyName::Content])).unwrap_or_default() }
        };
        std::iter::once(language)
            .chain(thing.things(PropertyName::DisplayDetail).take(LINES).map(page))
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// A logo or banner; nothing when it is not a picture.
    pub fn logo(&self, media: &Thing<'a>, name: String) -> Option<LineView> {
        Some(LineView::of(vec![picture::picture(media, name, false)?]))
    }
}
