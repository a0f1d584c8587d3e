//! Credentials that keep every rule and say as little as they can, made from the tables alone.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value, json};
use signet_credential::profile::{CONTEXTS, Profile, ProfileKind, Range, Row};
use signet_credential::vocabulary::Scheme;

/// The credential's own identifier.
pub const ROOT: &str = "urn:credential:00000000-0000-4000-8000-000000000000";
/// A member that every object may carry and no class has: whatever no credential can reach stands here.
pub const ASIDE: &str = "publisher";

/// Makes values and objects; no two are the same.
pub struct Composer {
    kind: ProfileKind,
    profile: &'static Profile,
    made: usize,
    /// Objects that are being made: class and identifier.
    open: Vec<(String, String)>,
}

impl Composer {
    pub fn new(kind: ProfileKind) -> Composer {
        Composer { kind, profile: Profile::of(kind), made: 0, open: Vec::new() }
    }

    pub fn number(&mut self) -> usize {
        self.made += 1;
        self.made
    }

    /// A URI that nothing else has.
    pub fn uri(&mut self) -> String {
        format!("urn:signet:thing:{}", self.number())
    }

    /// A value of a member that keeps its rule; `None` for what cannot be written.
    pub fn value(&mut self, range: Range) -> Option<Value> {
        let number = self.number();
        Some(match range {
            Range::Words(_) => json!({ "en": format!("Words {number}") }),
            Range::Text => json!(format!("text {number}")),
            Range::Literal => json!(format!("{number}")),
            Range::Uri | Range::Reference => json!(format!("urn:signet:thing:{number}")),
            Range::DateTime => json!(format!("{}-01-15T10:00:00+01:00", 2000 + number % 1000)),
            Range::Duration => json!(format!("PT{number}H")),
            Range::Integer | Range::Positive => json!(number),
            Range::Percentage => json!(number % 100 + 1),
            Range::Decimal => json!(format!("{number}.5")),
            Range::Boolean => json!(number.is_multiple_of(2)),
            Range::Node(classes) => self.object(preferred(classes)),
            Range::Concept => self.object("Concept"),
            Range::Listed(scheme) => self.listed(scheme),
            Range::Unwritable | Range::Lost | Range::Free => return None,
        })
    }

    /// A concept of a list, with a code of it where the list is closed.
    fn listed(&mut self, scheme: Scheme) -> Value {
        let number = self.number();
        let codes: &[&str] = match scheme {
            Scheme::Eqf => &["1", "2", "3", "4", "5", "6", "7", "8"],
            Scheme::Country => &["AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC"],
            Scheme::Language => &["BUL", "CES", "DAN", "DEU", "ELL", "ENG", "EST", "FIN", "FRA", "GLE", "HRV", "HUN"],
            Scheme::LearningSetting => &["6fd4685715", "e207a81fc7"],
            Scheme::Accreditation => &["bb4618238e", "820101cba6", "003293d2ce", "e57dddfcf3"],
            Scheme::EntitlementStatus => &["b7015a8a8c", "5b8d6b34fb"],
            Scheme::EvidenceType => &["c_18016257", "c_c4f849d7", "c_991b06c6"],
            Scheme::IscedF => &["0111", "0211", "0311", "0411", "0511", "0611", "0711", "0811", "0911", "1011"],
            Scheme::Credential => &[],
            _ => &["c_00000001", "c_00000002", "c_00000003", "c_00000004", "c_00000005"],
        };
        let known: Vec<String> = match scheme {
            Scheme::SkillType | Scheme::SkillReuse => {
                SKILLS.iter().filter(|(list, _)| *list == scheme).map(|(_, code)| (*code).to_owned()).collect()
            }
            Scheme::Credential => vec![self.kind.code().to_owned()],
            _ => codes.iter().map(|code| (*code).to_owned()).collect(),
        };
        let code = known.get(number % known.len().max(1)).cloned().unwrap_or_default();
        let list = json!({ "id": scheme.uri(), "type": "ConceptScheme" });
        json!({ "id": scheme.member(&code), "type": "Concept", "inScheme": list })
    }

    /// An object of a class with what it must have. Inside an object of the same class only its identifier.
    pub fn object(&mut self, class: &str) -> Value {
        if class == "EuropeanDigitalCredential" {
            return json!(ROOT);
        }
        if let Some((_, id)) = self.open.iter().find(|(open, _)| open == class) {
            return json!(id);
        }
        let id = if class == "ShaclValidator2017" { self.kind.schema().to_owned() } else { self.uri() };
        self.filled(class, id)
    }

    fn filled(&mut self, class: &str, id: String) -> Value {
        let mut object = Map::new();
        object.insert("id".into(), json!(id));
        let presentation = json!(["VerifiablePresentation", class]);
        let types = if class == "EuropeanDigitalPresentation" { presentation } else { json!(class) };
        object.insert("type".into(), types);
        self.open.push((class.to_owned(), id));
        let rows: Vec<Row> =
            self.profile.class(class).map(|rows| rows.iter().map(|(_, row)| row).collect()).unwrap_or_default();
        for Row(member, count, range) in rows {
            // A bare claim must say what it claims, and a person who it is; the rest the tables say.
            let asked = count.min > 0 || matches!((class, member), ("Claim", "dcType") | ("Person", "fullName"));
            if let Some(value) = self.value(range).filter(|_| asked) {
                object.insert(member.into(), value);
            }
        }
        self.open.pop();
        Value::Object(object)
    }

    /// A whole credential.
    pub fn credential(&mut self) -> Value {
        let mut root = self.filled("EuropeanDigitalCredential", ROOT.into());
        root["type"] = json!(["VerifiableCredential", "EuropeanDigitalCredential"]);
        root["issuer"] = self.object("Organisation");
        root["issuer"]["eIDASIdentifier"] = self.object("LegalIdentifier");
        root["credentialSubject"] = self.object("Person");
        root["@context"] = json!(CONTEXTS);
        root
    }

    /// A whole credential with an object of a class in it, and where that stands (a JSON pointer).
    pub fn holding(&mut self, class: &str) -> (Value, String) {
        let mut root = self.credential();
        let Some(steps) = way(self.profile, class) else {
            root[ASIDE] = self.object(class);
            return (root, format!("/{ASIDE}"));
        };
        let mut place = String::new();
        for (member, class) in steps {
            let parent = root.pointer_mut(&place).expect("what was just put there");
            let there = parent.get(&member).is_some_and(|it| it.get("type").is_some_and(|it| *it == json!(class)));
            if !there {
                let object = self.object(&class);
                let parent = root.pointer_mut(&place).expect("what was just put there");
                parent[&member] = object;
            }
            place = format!("{place}/{member}");
        }
        (root, place)
    }
}

const SKILLS: &[(Scheme, &str)] = &[
    (Scheme::SkillType, "knowledge"),
    (Scheme::SkillType, "skill"),
    (Scheme::SkillReuse, "transversal"),
    (Scheme::SkillReuse, "cross-sector"),
    (Scheme::SkillReuse, "sector-specific"),
    (Scheme::SkillReuse, "occupation-specific"),
];

/// Of several classes the one that asks for least.
fn preferred(classes: &'static [&'static str]) -> &'static str {
    let small = ["Agent", "LearningActivity"];
    small.into_iter().find(|class| classes.contains(class)).or(classes.first().copied()).unwrap_or("Concept")
}

/// The shortest way from the credential to an object of a class: members and the classes they lead to.
fn way(profile: &Profile, wanted: &str) -> Option<Vec<(String, String)>> {
    let mut ways: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut waiting = VecDeque::from(["EuropeanDigitalCredential".to_owned()]);
    ways.insert("EuropeanDigitalCredential".into(), Vec::new());
    while let Some(class) = waiting.pop_front() {
        let so_far = ways.get(&class).cloned().unwrap_or_default();
        for (_, Row(member, _, range)) in profile.class(&class)?.iter() {
            let classes: &[&str] = match range {
                Range::Node(classes) => classes,
                Range::Concept => &["Concept"],
                _ => &[],
            };
            // A subject that is no person would have no name.
            let subject = member == "credentialSubject";
            for next in classes
                .iter()
                .filter(|next| !["EuropeanDigitalCredential", "Claim"].contains(*next) || wanted == **next)
                .filter(|next| !subject || **next == "Person")
            {
                if !ways.contains_key(*next) {
                    let mut steps = so_far.clone();
                    steps.push((member.to_owned(), (*next).to_owned()));
                    ways.insert((*next).to_owned(), steps);
                    waiting.push_back((*next).to_owned());
                }
            }
        }
    }
    ways.remove(wanted)
}
