//! Parts, headings and entries out of what was read.

use signet_credential::PropertyName;
use signet_credential::view::whole::{Content, Field, Thing, Whole};
use signet_lang::{Locale, args};

use super::bodies::{Bodies, anchor, is_body};
use super::line::{Teller, heading, is_small};
use super::{ContentPart, ContentView, ENTRIES, EntryView, LINES, LineView, Pictures, Piece, order};
use crate::view::ShownFields;

/// Members of the credential that have a part of their own.
const OWN_PARTS: [PropertyName; 4] =
    [PropertyName::CredentialSubject, PropertyName::Evidence, PropertyName::Attachment, PropertyName::DisplayParameter];
/// Level of the headings of the outermost parts.
const OUTERMOST: u8 = 3;
/// Deepest level that headings have.
const DEEPEST: u8 = 6;

/// Everything that was read, as parts.
pub fn content(whole: &Whole<'_>, l: Locale, reveal: ShownFields, pictures: Pictures) -> ContentView {
    let teller = Teller { l, reveal, pictures, bodies: Bodies::of(whole, l) };
    let mut builder = Builder { teller, left: ENTRIES, cut: !whole.complete };
    let mut parts = builder.claims(whole);
    parts.insert(0, builder.holder(whole));
    parts.extend(builder.evidence(whole));
    parts.extend([builder.attachments(whole), builder.bodies(), builder.display(whole), builder.file(whole)]);
    if reveal.is_all() {
        parts.push(builder.strays(whole));
    }
    parts.retain(|part| !part.is_empty() || !part.title.is_empty());
    for (at, part) in parts.iter_mut().enumerate() {
        part.id = Some(format!("part-{}", at + 1));
    }
    let withheld = (!reveal.is_all()).then(|| l.content_withheld());
    let cut = builder.cut.then(|| l.content_cut());
    ContentView { parts, notes: withheld.into_iter().chain(cut).collect() }
}

struct Builder<'w, 'a> {
    teller: Teller<'w, 'a>,
    /// Entries that may still be written.
    left: usize,
    cut: bool,
}

impl<'a> Builder<'_, 'a> {
    fn l(&self) -> Locale {
        self.teller.l
    }

    /// A part of what no single thing is the heading of.
    fn loose(&self, label: String) -> ContentPart {
        ContentPart { level: OUTERMOST, label, ..ContentPart::default() }
    }

    fn holder(&mut self, whole: &Whole<'a>) -> ContentPart {
        let mut part = self.loose(self.l().content_holder());
        for person in whole.root.things(PropertyName::CredentialSubject).take(LINES) {
            part.title.push(self.teller.name(person));
            self.fields(person, &mut part, None, &[PropertyName::HasClaim]);
        }
        part
    }

    fn claims(&mut self, whole: &Whole<'a>) -> Vec<ContentPart> {
        let claims =
            whole.root.things(PropertyName::CredentialSubject).flat_map(|person| person.things(PropertyName::HasClaim));
        claims.take(LINES).map(|claim| self.part(order::class(claim.class, self.l()), claim, OUTERMOST, None)).collect()
    }

    fn evidence(&mut self, whole: &Whole<'a>) -> Vec<ContentPart> {
        let label = self.l().content_member(args::ContentMember::Evidence);
        whole
            .root
            .things(PropertyName::Evidence)
            .take(LINES)
            .map(|evidence| self.part(label.clone(), evidence, OUTERMOST, None))
            .collect()
    }

    fn attachments(&mut self, whole: &Whole<'a>) -> ContentPart {
        let mut part = self.loose(self.l().content_attachments());
        let lines: Vec<LineView> =
            whole.root.things(PropertyName::Attachment).take(LINES).flat_map(|file| self.teller.lines(file)).collect();
        self.entry(&mut part, self.l().content_member(args::ContentMember::Attachment), lines);
        part
    }

    fn bodies(&mut self) -> ContentPart {
        let mut part = self.loose(self.l().content_bodies());
        let bodies: Vec<_> = self
            .teller
            .bodies
            .iter()
            .map(|body| (body.thing, body.roles.iter().cloned().collect::<Vec<_>>()))
            .collect();
        for (at, (body, roles)) in bodies.into_iter().enumerate() {
            let mut own = ContentPart {
                id: Some(anchor(at)),
                level: OUTERMOST + 1,
                label: order::class(body.class, self.l()),
                title: vec![self.teller.name(body)],
                ..ContentPart::default()
            };
            let roles = LineView::of(vec![Piece::Plain(roles.join(", "))]);
            self.entry(&mut own, self.l().content_roles(), vec![roles]);
            self.fields(body, &mut own, None, &[]);
            part.parts.push(own);
        }
        part.note = Some(self.l().content_bodies_lead());
        part
    }

    fn display(&mut self, whole: &Whole<'a>) -> ContentPart {
        let mut part = self.loose(self.l().content_display());
        for parameter in whole.root.things(PropertyName::DisplayParameter).take(LINES) {
            self.fields(parameter, &mut part, None, &[]);
        }
        part
    }

    fn file(&mut self, whole: &Whole<'a>) -> ContentPart {
        let mut part = self.loose(self.l().content_file());
        let id = whole.root.id.map(|id| LineView::of(vec![Piece::Plain(id.to_owned())]));
        self.entry(&mut part, self.l().web_credential_identifier(), id.into_iter().collect());
        self.fields(&whole.root, &mut part, None, &OWN_PARTS);
        part
    }

    fn strays(&mut self, whole: &Whole<'a>) -> ContentPart {
        let mut part = self.loose(self.l().content_strays());
        for stray in &whole.strays {
            let value = match stray.shortened() {
                (value, true) => self.l().content_shortened(value),
                (value, false) => value,
            };
            self.entry(&mut part, stray.path.clone(), vec![LineView::of(vec![Piece::Words(value, None)])]);
        }
        part.note = (!part.is_empty()).then(|| self.l().content_strays_lead());
        part
    }

    /// A thing under its heading. `outer` is the awarding that was told around it.
    fn part(&mut self, label: String, thing: &Thing<'a>, level: u8, outer: Option<&Thing<'a>>) -> ContentPart {
        // What has no name is called by its kind, which then needs no line of its own.
        let kind = match thing.contents(PropertyName::DcType) {
            [kind] if heading(thing).is_none() => Some(self.teller.line(kind)).filter(|line| line.more.is_empty()),
            _ => None,
        };
        let best = heading(thing).and_then(|(_, words)| words.first(self.l().language()));
        let title = best.map(|title| vec![self.teller.wording(title)]);
        let mut part = ContentPart { level: level.min(DEEPEST), label, ..ContentPart::default() };
        let told: &[PropertyName] = if kind.is_some() { &[PropertyName::DcType] } else { &[] };
        part.title = title.or(kind.map(|line| line.pieces)).unwrap_or_default();
        self.fields(thing, &mut part, outer, told);
        part
    }

    fn entry(&mut self, part: &mut ContentPart, label: String, lines: Vec<LineView>) {
        if lines.is_empty() {
            return;
        }
        if self.left == 0 {
            self.cut = true;
            return;
        }
        self.left -= 1;
        match part.entries.last_mut().filter(|entry| entry.label == label) {
            Some(entry) => entry.lines.extend(lines),
            None => part.entries.push(EntryView { label, lines }),
        }
    }

    /// All fields of a thing but those told elsewhere.
    fn fields(
        &mut self,
        thing: &Thing<'a>,
        part: &mut ContentPart,
        outer: Option<&Thing<'a>>,
        elsewhere: &[PropertyName],
    ) {
        let told = heading(thing).filter(|_| !part.title.is_empty()).map(|(member, _)| member);
        let hidden = |member: PropertyName| elsewhere.contains(&member) || self.teller.hides(thing, member);
        let mut fields: Vec<&Field<'a>> = thing.fields.iter().filter(|field| !hidden(field.member)).collect();
        fields.sort_by_key(|field| order::place(field.member));
        for field in fields {
            if told == Some(field.member) {
                self.further_titles(field, part);
            } else {
                self.field(thing, field, part, outer);
            }
        }
    }

    /// The heading has told the best one; what it has not told follows.
    fn further_titles(&mut self, field: &Field<'a>, part: &mut ContentPart) {
        let mut lines = Vec::new();
        for (at, content) in field.contents.iter().take(LINES).enumerate() {
            let mut line = self.teller.line(content);
            if at == 0 {
                line.pieces.drain(..line.pieces.len().min(2));
            }
            lines.extend(Some(line).filter(|line| !line.pieces.is_empty() || !line.more.is_empty()));
        }
        self.entry(part, order::member(field.member, self.l()), lines);
    }

    fn field(&mut self, thing: &Thing<'a>, field: &Field<'a>, part: &mut ContentPart, outer: Option<&Thing<'a>>) {
        let awarding = thing.things(PropertyName::AwardedBy).next().or(outer);
        let label = order::label(thing, field.member, self.l());
        let mut lines = Vec::new();
        for content in field.contents.iter().take(LINES) {
            match content {
                Content::Thing(inner) if matches!(inner.class, "AwardingProcess" | "ContactPoint") => {
                    if !outer.is_some_and(|outer| outer.same(inner)) {
                        self.fields(inner, part, None, &[]);
                    }
                }
                Content::Thing(inner) if is_body(inner) => lines.push(LineView::of(vec![self.teller.body(inner)])),
                Content::Thing(note)
                    if field.member == PropertyName::AdditionalNote && self.teller.hides_note(note) => {}
                Content::Thing(note) if field.member == PropertyName::AdditionalNote => {
                    self.note(note, label.clone(), part)
                }
                Content::Thing(media) if matches!(field.member, PropertyName::Logo | PropertyName::BannerImage) => {
                    lines.extend(self.logo(thing, media));
                }
                Content::Thing(small) if is_small(small) => lines.extend(self.teller.lines(small)),
                Content::Thing(inner) => {
                    let label = if field.member == PropertyName::SpecifiedBy {
                        order::class(inner.class, self.l())
                    } else {
                        label.clone()
                    };
                    if self.left > 0 {
                        let inner = self.part(label, inner, part.level + 1, awarding);
                        part.parts.push(inner);
                    } else {
                        self.cut = true;
                    }
                }
                other => lines.push(self.teller.measured(field.member, other)),
            }
        }
        if let Some(more) = field.contents.len().checked_sub(LINES).filter(|more| *more > 0) {
            lines.push(LineView::of(vec![Piece::Plain(self.l().content_more(more))]));
        }
        self.entry(part, label, lines);
    }

    /// A note under what it is about.
    fn note(&mut self, note: &Thing<'a>, otherwise: String, part: &mut ContentPart) {
        let mut lines = self.teller.lines(note);
        let label = match self.teller.subject(note) {
            Some(subject) => {
                let about = order::label(note, PropertyName::Subject, self.l());
                lines.iter_mut().for_each(|line| line.more.retain(|(label, _)| *label != about));
                subject
            }
            None => otherwise,
        };
        self.entry(part, label, lines);
    }

    fn logo(&self, thing: &Thing<'a>, media: &Thing<'a>) -> Vec<LineView> {
        let name = match self.teller.name(thing) {
            Piece::Words(name, _) | Piece::Plain(name) => name,
            _ => String::new(),
        };
        let words =
            if thing.class == "Organisation" { self.l().content_logo(name) } else { self.l().content_picture(name) };
        match self.teller.logo(media, words) {
            Some(line) => vec![line],
            None => self.teller.lines(media),
        }
    }
}
