//! The feed of learning opportunities for the EU's Qualification Dataset Register: every unit as an opportunity, with what is achieved in it.

use std::collections::BTreeMap;

use signet_lang::when::beginning_of_day_in_prague;
use signet_record::{Bilingual, Date, Institution, Language, Timestamp};

use crate::{
    graph::{self, Node},
    index::CatalogueIndex,
    offer::Offer,
    public_address::PublicAddress,
};

const LANGUAGE: &str = "http://publications.europa.eu/resource/authority/language/";
const COUNTRY: &str = "http://publications.europa.eu/resource/authority/country/";
const EU_LISTS: &str = "http://data.europa.eu/snb/";

/// The feed as JSON-LD.
#[must_use]
pub fn loq_json_ld(index: &CatalogueIndex, address: &PublicAddress, today: Date) -> String {
    graph::json_ld(&Feed::of(index, address, today))
}

/// The feed as Turtle.
#[must_use]
pub fn loq_turtle(index: &CatalogueIndex, address: &PublicAddress, today: Date) -> String {
    graph::turtle(&Feed::of(index, address, today))
}

/// Things by their addresses: what several opportunities name stands there once.
struct Feed<'a> {
    address: &'a PublicAddress,
    today: Date,
    things: BTreeMap<String, Node>,
}

impl Feed<'_> {
    fn of(index: &CatalogueIndex, address: &PublicAddress, today: Date) -> Vec<Node> {
        let mut feed = Feed { address, today, things: BTreeMap::new() };
        for offer in index.offers() {
            feed.opportunity(offer);
        }
        feed.things.into_values().collect()
    }

    /// Takes a thing in, and says where it is.
    fn put(&mut self, node: Node) -> String {
        let id = node.id().to_owned();
        self.things.entry(id.clone()).or_insert(node);
        id
    }

    fn concept(&mut self, list: &str, code: &str) -> String {
        self.put(Node::new(format!("{list}{code}"), "skos:Concept"))
    }

    fn listed(&mut self, list: &str, code: &str) -> String {
        self.concept(&format!("{EU_LISTS}{list}/"), code)
    }

    fn language(&mut self, code: &str) -> String {
        self.concept(LANGUAGE, code)
    }

    fn web_page(&mut self, name: String, url: String) -> String {
        self.put(Node::new(name, "elm:WebResource").value("elm:contentUrl", "xsd:anyURI", url))
    }

    fn note(&mut self, name: String, text: &Bilingual) -> String {
        self.put(Node::new(name, "elm:Note").texts("elm:noteLiteral", text))
    }

    fn opportunity(&mut self, offer: &Offer) {
        let (unit, name) = (&offer.unit, |part: &str| self.address.name(offer, part));
        let (id, identifier, page) = (name("opportunity"), name("identifier"), name("page"));
        let (period, entry) = (name("next-run"), name("entry"));
        let notation = format!("{}/{}", offer.institution.id, unit.id);
        let identifier =
            self.put(Node::new(identifier, "elm:Identifier").value("skos:notation", "xsd:string", notation));
        let page = self.web_page(page, self.address.unit(Language::Cs, offer));
        let provider = self.organisation(&offer.institution);
        let (czech, mode) =
            (self.language("CES"), self.listed("learning-assessment", signet_credential::mode_code(unit.mode)));
        let specification = self.specification(offer, entry);
        let description = unit.description.as_ref();
        let mut node = Node::new(id, "elm:LearningOpportunity")
            .texts("dct:title", &unit.title)
            .and(|node| description.into_iter().fold(node, |node, text| node.texts("dct:description", text)))
            .reference("adms:identifier", identifier)
            .reference("foaf:homepage", page)
            .reference("elm:providedBy", provider)
            .reference("elm:defaultLanguage", czech)
            .reference("elm:mode", mode)
            .reference("elm:learningAchievementSpecification", specification)
            .value("dct:modified", "xsd:dateTime", instant(offer.since))
            .value("elm:duration", "xsd:duration", format!("PT{}H", unit.hours.count()));
        let next = offer.next_start(self.today).and_then(|start| offer.runs.iter().find(|run| run.start == start));
        if let Some((start, end)) = next.and_then(|run| Some((day(run.start)?, day(run.end)?))) {
            let period = Node::new(period, "dct:PeriodOfTime").value("elm:startDate", "xsd:dateTime", start).value(
                "elm:endDate",
                "xsd:dateTime",
                end,
            );
            node = node.reference("dct:temporal", self.put(period));
        }
        self.put(node);
    }

    fn specification(&mut self, offer: &Offer, entry: String) -> String {
        let unit = &offer.unit;
        let name = |part: &str| self.address.name(offer, part);
        let (id, points, awarding) = (name("specification"), name("credits"), name("awarding"));
        let outcomes: Vec<(String, _)> = unit
            .outcomes
            .iter()
            .enumerate()
            .map(|(number, outcome)| (name(&format!("outcome-{}", number + 1)), outcome))
            .collect();
        let field = self.listed("isced-f", unit.isced.code.as_str());
        let framework = self.listed("education-credit", signet_credential::ECTS);
        let points = Node::new(points, "elm:CreditPoint").reference("elm:framework", framework).value(
            "elm:point",
            "xsd:string",
            unit.ects.to_string(),
        );
        let points = self.put(points);
        let body = self.organisation(&offer.institution);
        let awarding = Node::new(awarding, "elm:AwardingOpportunity")
            .reference("elm:awardingBody", body)
            .reference("elm:learningAchievementSpecification", id.clone());
        let mut node = Node::new(id, "elm:LearningAchievementSpecification")
            .texts("dct:title", &unit.title)
            .reference("elm:ISCEDFCode", field)
            .reference("elm:creditPoint", points)
            .reference("elm:awardingOpportunity", self.put(awarding))
            .value("elm:volumeOfLearning", "xsd:duration", format!("PT{}H", unit.hours.count()));
        for language in &unit.languages {
            node = node.reference("dct:language", self.language(language.code()));
        }
        for (name, outcome) in outcomes {
            let mut thing = Node::new(name, "elm:LearningOutcome").texts("dct:title", &outcome.text);
            for skill in &outcome.esco {
                thing = thing.reference("elm:relatedESCOSkill", self.concept(skill.uri.as_str(), ""));
            }
            node = node.reference("elm:learningOutcome", self.put(thing));
        }
        if let Some(text) = &unit.prerequisites {
            node = node.reference("elm:entryRequirement", self.note(entry, text));
        }
        self.put(node)
    }

    fn organisation(&mut self, institution: &Institution) -> String {
        let name = |part: &str| self.address.at(&format!("/catalogue?institution={}#{part}", institution.id));
        let (id, seat, place, whole) = (name("organisation"), name("seat"), name("address"), name("address-line"));
        let (legal, page) = (name("legal-identifier"), name("homepage"));
        if self.things.contains_key(&id) {
            return id;
        }
        let country = self.concept(COUNTRY, institution.country.code());
        let line = &institution.seat.line;
        let whole = Bilingual::new(line, line).ok().map(|line| self.note(whole, &line));
        let place = Node::new(place, "elm:Address").reference("elm:countryCode", country.clone());
        let place = whole.into_iter().fold(place, |place, note| place.reference("elm:fullAddress", note));
        let place = self.put(place);
        let seat = Node::new(seat, "dct:Location")
            .reference("elm:address", place)
            .texts("elm:geographicName", &institution.seat.town);
        let seat = self.put(seat);
        let legal = Node::new(legal, "elm:LegalIdentifier")
            .value("skos:notation", "xsd:string", institution.eidas_identifier.as_str())
            .reference("dct:spatial", country);
        let mut node = Node::new(id, "elm:Organisation")
            .texts("rov:legalName", &institution.legal_name)
            .reference("elm:location", seat)
            .reference("elm:eidasLegalIdentifier", self.put(legal));
        if let Some(homepage) = &institution.homepage {
            node = node.reference("foaf:homepage", self.web_page(page, homepage.as_str().to_owned()));
        }
        self.put(node)
    }
}

fn day(day: Date) -> Option<String> {
    beginning_of_day_in_prague(day).map(instant)
}

/// An instant to the second, as linked data writes it.
fn instant(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
