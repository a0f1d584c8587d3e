//! Small things on one line: a note, an address, an identifier, a file.

use signet_credential::view::whole::{
    ConceptView, Content, DurationView, EmbeddedFile, Field, Moment, Thing, Unit, Wording, Words,
};
use signet_credential::vocabulary::Scheme;
use signet_lang::Locale;

use super::bodies::{Bodies, anchor, is_body};
use super::{LINES, Line, Pictures, Piece, order, picture};
use crate::view::credential::ects;
use crate::view::{Link, Reveal};

/// Members that hold a number of a hundred.
const PERCENTAGES: [&str; 4] = ["levelOfCompletion", "percentageLower", "percentageEqual", "percentageHigher"];

/// What is needed to say something.
pub struct Teller<'w, 'a> {
    pub l: Locale,
    pub reveal: Reveal,
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
pub fn heading<'t, 'a>(thing: &'t Thing<'a>) -> Option<(&'static str, &'t Words<'a>)> {
    let members = ["title", "legalName", "fullName", "prefLabel"];
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
    pub fn line(&self, content: &Content<'a>) -> Line {
        match content {
            Content::Words(words) => {
                Line { pieces: self.words(words), more: self.foreign(words).into_iter().collect() }
            }
            Content::Text("true") => Line::of(vec![Piece::Plain(self.l.content_yes())]),
            Content::Text("false") => Line::of(vec![Piece::Plain(self.l.content_no())]),
            Content::Text(text) => Line::of(vec![Piece::Words((*text).to_owned(), None)]),
            Content::Address(address) => Line::of(vec![self.address(address, None)]),
            Content::Moment(moment) => Line::of(vec![self.moment(moment)]),
            Content::Duration(duration) => {
                Line::of(vec![Piece::Time(self.duration(duration), duration.written.to_owned())])
            }
            Content::Concept(concept) => self.concept(concept),
            Content::Again(_) => Line::of(vec![Piece::Plain(self.l.content_above())]),
            Content::Thing(thing) if is_body(thing) => Line::of(vec![self.body(thing)]),
            Content::Thing(thing) => {
                let pieces = join(self.lines(thing).into_iter().map(|line| self.flat(line)), "; ");
                Line::of(pieces)
            }
        }
    }

    /// The same, and a percentage is one.
    pub fn measured(&self, member: &str, content: &Content<'a>) -> Line {
        match content {
            Content::Text(number) if PERCENTAGES.contains(&member) => {
                Line::of(vec![Piece::Plain(format!("{number}\u{a0}%"))])
            }
            _ => self.line(content),
        }
    }

    fn flat(&self, line: Line) -> Vec<Piece> {
        let more = line.more.into_iter().map(|(label, pieces)| {
            let mut all = vec![Piece::Plain(format!("{label}: "))];
            all.extend(pieces);
            all
        });
        join(std::iter::once(line.pieces).chain(more), "; ")
    }

    fn address(&self, address: &str, words: Option<Wording<'_>>) -> Piece {
        let text = words.map_or(address, |words| words.text);
        let language = words.and_then(|words| match self.wording(words) {
            Piece::Words(_, language) => language,
            _ => None,
        });
        match (Link::outside(address), address.strip_prefix("mailto:")) {
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
                Unit::Years => "years",
                Unit::Months => "months",
                Unit::Weeks => "weeks",
                Unit::Days => "days",
                Unit::Hours => "hours",
                Unit::Minutes => "minutes",
                Unit::Seconds => "seconds",
            };
            self.l.content_duration(number.parse::<f64>().unwrap_or_default(), self.l.decimal(number), name)
        };
        duration.parts.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    /// A member of a list by its name; ESCO's, and those of lists that are nobody's we know, with a way to them.
    fn concept(&self, concept: &ConceptView<'a>) -> Line {
        let Some(label) = concept.label(self.l.language()) else {
            return Line::of(vec![Piece::Plain(self.l.content_unnamed())]);
        };
        let elsewhere = match concept.listed() {
            Some((Scheme::EscoSkills | Scheme::EscoOccupations, _)) | None => concept.uri,
            Some(_) => None,
        };
        let piece = match elsewhere {
            Some(uri) if Link::outside(uri).is_some() => self.address(uri, Some(label)),
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
            more.push((self.l.content_member("notation"), vec![self.plain(notation)]));
        }
        let definition = self.words(&concept.definitions);
        if !definition.is_empty() {
            more.push((self.l.content_member("definition"), definition));
        }
        Line { pieces: vec![piece], more }
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
        let named = ["legalName", "title", "fullName", "prefLabel", "altLabel"]
            .into_iter()
            .find_map(|member| thing.words(member)?.first(language));
        if let Some(name) = named {
            return self.wording(name);
        }
        let names: Vec<&str> = ["givenName", "familyName"]
            .into_iter()
            .filter_map(|member| Some(thing.words(member)?.first(language)?.text))
            .collect();
        Piece::Plain(if names.is_empty() { self.l.content_unnamed() } else { names.join(" ") })
    }

    /// A small thing. Its fields that have no place in the line itself follow as details.
    pub fn lines(&self, thing: &Thing<'a>) -> Vec<Line> {
        let (pieces, used): (Vec<Piece>, &[&str]) = match thing.class {
            "Note" => (self.all(thing, "noteLiteral"), &["noteLiteral"]),
            "Identifier" | "LegalIdentifier" => (self.all(thing, "notation"), &["notation"]),
            "WebResource" | "Grant" => (self.resource(thing), &["contentURL", "title"]),
            "Mailbox" | "ShaclValidator2017" | "ConceptScheme" => {
                (thing.id.map(|id| self.address(id, None)).into_iter().collect(), &[])
            }
            "Phone" => self.phone(thing),
            "Address" => (self.several(thing, &["fullAddress", "countryCode"]), &["fullAddress", "countryCode"]),
            "Location" => (
                self.several(thing, &["geographicName", "address", "spatialCode"]),
                &["geographicName", "address", "spatialCode"],
            ),
            "Geometry" => (self.several(thing, &["latitude", "longitude"]), &["latitude", "longitude"]),
            "CreditPoint" => (self.credit(thing), &["point", "framework"]),
            "PeriodOfTime" => (self.period(thing), &["prefLabel", "startDate", "endDate"]),
            "Amount" => (self.amount(thing), &["value", "unit"]),
            "MediaObject" => (vec![self.file(thing)], &["content", "title"]),
            "ResultDistribution" => {
                let categories = thing.things("resultCategory").take(LINES).flat_map(|category| self.lines(category));
                let rest = Line {
                    pieces: self.all(thing, "description"),
                    more: self.rest(thing, &["resultCategory", "description"]),
                };
                return std::iter::once(rest).filter(|line| !line.is_empty()).chain(categories).collect();
            }
            "ResultCategory" => {
                let line = Line { pieces: self.all(thing, "label"), more: self.rest(thing, &["label"]) };
                return vec![Line::of(self.flat(line))];
            }
            "ShortenedGrading" => {
                let line = Line { pieces: Vec::new(), more: self.rest(thing, &[]) };
                return vec![Line::of(self.flat(line))];
            }
            "IndividualDisplay" => return self.display(thing),
            "SignetStatusEntry" => (self.all(thing, "list"), &["list"]),
            _ => match heading(thing) {
                Some((member, words)) => {
                    let mut line = Line { pieces: self.words(words), more: self.rest(thing, &[member]) };
                    line.more.extend(self.foreign(words));
                    return vec![line];
                }
                None => (Vec::new(), &[]),
            },
        };
        let mut more = self.rest(thing, used);
        let primary = used.first().and_then(|member| thing.words(member));
        more.extend(primary.and_then(|words| self.foreign(words)));
        vec![Line { pieces, more }].into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// The fields that a line has not told yet.
    fn rest(&self, thing: &Thing<'a>, used: &[&str]) -> Vec<(String, Vec<Piece>)> {
        let mut fields: Vec<&Field<'a>> = thing.fields.iter().filter(|field| !used.contains(&field.member)).collect();
        fields.sort_by_key(|field| order::place(field.member));
        let told =
            fields.into_iter().map(|field| (order::label(thing, field.member, self.l), self.all(thing, field.member)));
        told.filter(|(_, pieces)| !pieces.is_empty()).collect()
    }

    /// All contents of a member on one line.
    fn all(&self, thing: &Thing<'a>, member: &str) -> Vec<Piece> {
        let contents = thing.contents(member).iter().take(LINES);
        join(contents.map(|content| self.flat(self.measured(member, content))), ", ")
    }

    fn several(&self, thing: &Thing<'a>, members: &[&str]) -> Vec<Piece> {
        join(members.iter().map(|member| self.all(thing, member)), ", ")
    }

    fn resource(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let title = thing.words("title").and_then(|words| words.first(self.l.language()));
        match thing.text("contentURL") {
            Some(address) => vec![self.address(address, title)],
            None => title.map(|title| self.wording(title)).into_iter().collect(),
        }
    }

    fn phone(&self, thing: &Thing<'a>) -> (Vec<Piece>, &'static [&'static str]) {
        if thing.text("phoneNumber").is_some() {
            return (self.all(thing, "phoneNumber"), &["phoneNumber"]);
        }
        let members: &[&str] = &["countryDialing", "areaDialingCode", "dialNumber"];
        (join(members.iter().map(|member| self.all(thing, member)), " "), members)
    }

    fn credit(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let framework = thing.contents("framework").iter().find_map(|content| match content {
            Content::Concept(concept) => Some(concept),
            _ => None,
        });
        let number = thing.text("point").filter(|point| point.parse::<f64>().is_ok());
        let is_ects = framework.and_then(ConceptView::listed).is_some_and(|(scheme, code)| {
            scheme == Scheme::Credit
                && scheme.label(code).is_some_and(|label| label.en == "European Credit Transfer System")
        });
        match (number, is_ects) {
            (Some(point), true) => vec![Piece::Plain(ects(point, self.l))],
            (Some(point), false) => {
                join([vec![Piece::Plain(self.l.decimal(point))], self.all(thing, "framework")], " – ")
            }
            (None, _) => self.several(thing, &["point", "framework"]),
        }
    }

    fn period(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let span = join([self.all(thing, "startDate"), self.all(thing, "endDate")], " – ");
        join([self.all(thing, "prefLabel"), span], ": ")
    }

    fn amount(&self, thing: &Thing<'a>) -> Vec<Piece> {
        let value = thing.text("value").map(|value| vec![Piece::Plain(self.l.decimal(value))]);
        join([value.unwrap_or_default(), self.all(thing, "unit")], "\u{a0}")
    }

    /// An embedded file: a download, or why there is none.
    fn file(&self, thing: &Thing<'a>) -> Piece {
        if self.reveal == Reveal::WithoutBirth {
            return Piece::Plain(self.l.content_withheld());
        }
        let title = thing.words("title").and_then(|words| words.first(self.l.language()));
        match EmbeddedFile::of(thing) {
            Some(file) => picture::download(&file, title.map_or("", |title| title.text), self.l),
            None => Piece::Plain(match title {
                Some(title) => format!("{}: {}", title.text, self.l.content_file_refused()),
                None => self.l.content_file_refused(),
            }),
        }
    }

    /// The pictures of the document in one language.
    fn display(&self, thing: &Thing<'a>) -> Vec<Line> {
        let language =
            Line { pieces: self.all(thing, "language"), more: self.rest(thing, &["language", "displayDetail"]) };
        let page = |detail: &Thing<'a>| {
            let number = detail.text("page").unwrap_or("1").to_owned();
            let image = detail.things("image").next();
            let shown = image
                .and_then(|image| picture::picture(image, self.l.content_picture_of_document(number.as_str()), true));
            let picture = match (shown, self.pictures, self.reveal) {
                (_, _, Reveal::WithoutBirth) => Piece::Plain(self.l.content_withheld()),
                (Some(_), Pictures::Elsewhere, _) => Piece::Plain(self.l.content_picture_above()),
                (Some(picture), Pictures::Here, _) => picture,
                (None, _, _) => Piece::Plain(self.l.content_file_refused()),
            };
            let pieces = vec![Piece::Plain(self.l.content_page(number.as_str())), Piece::Plain(" ".into()), picture];
            Line { pieces, more: image.map(|image| self.rest(image, &["content"])).unwrap_or_default() }
        };
        std::iter::once(language)
            .chain(thing.things("displayDetail").take(LINES).map(page))
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// A logo or banner; nothing when it is not a picture.
    pub fn logo(&self, media: &Thing<'a>, name: String) -> Option<Line> {
        Some(Line::of(vec![picture::picture(media, name, false)?]))
    }
}

impl Line {
    /// A line without details.
    pub fn of(pieces: Vec<Piece>) -> Self {
        Line { pieces, more: Vec::new() }
    }

    fn is_empty(&self) -> bool {
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
