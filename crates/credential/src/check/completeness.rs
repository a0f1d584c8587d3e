//! How much of Annex I of Council Recommendation 2022/C 243/02 a credential says, and where.

use signet_record::AnnexItem;

use crate::Credential;
use crate::elm::Node;
use crate::json::{JsonKind, Value};

use crate::place::Place;

/// One item of Annex I.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPlace {
    /// The item of the supplement.
    pub item: AnnexItem,
    /// Where it was found first, such as `$.credentialSubject.hasClaim.title`; `None` when it is missing.
    pub path: Option<String>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Items that are there.
    pub present: usize,
    /// Items there are.
    pub total: usize,
}

/// What of Annex I a credential says: the score, and each item with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexCompleteness(Vec<ItemPlace>);

impl AnnexCompleteness {
    /// Looks for every item, 1 to 16, in a credential.
    pub fn of(credential: &Credential) -> AnnexCompleteness {
        let root = credential.root();
        let mut at_claim = Place::default();
        let claim = enter_claim(credential, &mut at_claim);
        let mut at_root = Place::default();
        let places = ITEMS.iter().map(|(item, sources)| {
            let mut found = sources.iter().map(|source| match source {
                Whole(members) => find(credential, root, members, &mut at_root),
                Claim(members) => find(credential, claim?, members, &mut at_claim),
            });
            ItemPlace { item: *item, path: found.find_map(|path| path) }
        });
        AnnexCompleteness(places.collect())
    }

    /// The items in their order, mandatory ones first.
    pub fn items(&self) -> &[ItemPlace] {
        &self.0
    }

    /// Items 1 to 11, which every micro-credential must have.
    pub fn mandatory(&self) -> Coverage {
        self.share(true)
    }

    /// Items 12 to 16, which it has where they apply.
    pub fn optional(&self) -> Coverage {
        self.share(false)
    }

    /// What is missing, mandatory items first.
    pub fn missing(&self) -> impl Iterator<Item = AnnexItem> {
        self.0.iter().filter(|one| one.path.is_none()).map(|one| one.item)
    }

    fn share(&self, mandatory: bool) -> Coverage {
        let of = self.0.iter().filter(|one| one.item.is_mandatory() == mandatory);
        Coverage { present: of.clone().filter(|one| one.path.is_some()).count(), total: of.count() }
    }
}

/// Where an item may stand: from the credential, or from the claim that it is about.
enum Source {
    Credential(&'static [&'static str]),
    Claim(&'static [&'static str]),
}
use Source::{Claim, Credential as Whole};

/// Each item with the places where it may stand, the most telling first.
const ITEMS: [(AnnexItem, &[Source]); 16] = [
    (
        AnnexItem::Holder,
        &[
            Whole(&["credentialSubject", "fullName"]),
            Whole(&["credentialSubject", "familyName"]),
            Whole(&["credentialSubject", "givenName"]),
        ],
    ),
    (AnnexItem::Title, &[Claim(&["title"]), Claim(&["specifiedBy", "title"])]),
    (
        AnnexItem::Country,
        &[
            Whole(&["issuer", "location", "address", "countryCode"]),
            Claim(&["awardedBy", "awardingBody", "location", "address", "countryCode"]),
        ],
    ),
    (AnnexItem::AwardingBody, &[Claim(&["awardedBy", "awardingBody", "legalName"])]),
    (AnnexItem::IssueDate, &[Whole(&["issued"]), Whole(&["issuanceDate"]), Claim(&["awardedBy", "awardingDate"])]),
    (
        AnnexItem::LearningOutcomes,
        &[Claim(&["specifiedBy", "learningOutcome"]), Claim(&["specifiedBy", "learningOutcomeSummary"])],
    ),
    (
        AnnexItem::Workload,
        &[
            Claim(&["specifiedBy", "creditPoint"]),
            Claim(&["creditReceived"]),
            Claim(&["specifiedBy", "volumeOfLearning"]),
            Claim(&["workload"]),
        ],
    ),
    (
        AnnexItem::Level,
        &[
            Claim(&["specifiedBy", "eqfLevel"]),
            Claim(&["specifiedBy", "nqfLevel"]),
            Claim(&["specifiedBy", "educationLevel"]),
        ],
    ),
    (AnnexItem::AssessmentType, &[Claim(&["provenBy", "specifiedBy", "dcType"])]),
    (AnnexItem::Participation, &[Claim(&["specifiedBy", "mode"]), Claim(&["influencedBy", "specifiedBy", "mode"])]),
    (
        AnnexItem::QualityAssurance,
        &[
            Claim(&["specifiedBy", "accreditation"]),
            Claim(&["awardedBy", "awardingBody", "accreditation"]),
            Whole(&["issuer", "accreditation"]),
            Whole(&["evidence", "accreditation"]),
        ],
    ),
    (AnnexItem::Prerequisites, &[Claim(&["specifiedBy", "entryRequirement"])]),
    (AnnexItem::Supervision, &[Claim(&["provenBy", "idVerification"])]),
    (AnnexItem::Grade, &[Claim(&["provenBy", "grade"])]),
    (
        AnnexItem::Stacking,
        &[
            Claim(&["specifiedBy", "isPartialQualification"]),
            Claim(&["specifiedBy", "isPartOf"]),
            Claim(&["entitlesTo"]),
            Claim(&["hasPart"]),
            Claim(&["specifiedBy", "hasPart"]),
        ],
    ),
    (
        AnnexItem::FurtherInformation,
        &[
            Claim(&["specifiedBy", "additionalNote"]),
            Claim(&["additionalNote"]),
            Claim(&["specifiedBy", "supplementaryDocument"]),
            Claim(&["supplementaryDocument"]),
            Claim(&["specifiedBy", "homepage"]),
            Whole(&["attachment"]),
        ],
    ),
];

/// The claim that the credential is about, with its place.
fn enter_claim<'a>(credential: &'a Credential, place: &mut Place<'a>) -> Option<Value<'a>> {
    let claim = credential.claim()?.value();
    place.enter("credentialSubject");
    if credential.root().get("credentialSubject")?.kind() == JsonKind::Array {
        place.enter_element(0);
    }
    let claims = credential.subject()?.value().get("hasClaim")?;
    place.enter("hasClaim");
    if claims.kind() == JsonKind::Array {
        place.enter_element(claims.each().position(|one| credential.resolve(one).index() == claim.index())?);
    }
    Some(claim)
}

/// The path to the first value that a chain of members leads to, through one or many of each.
fn find<'a>(
    credential: &'a Credential,
    owner: Value<'a>,
    members: &[&'a str],
    place: &mut Place<'a>,
) -> Option<String> {
    let owner = credential.resolve(owner);
    let Some((member, rest)) = members.split_first() else {
        return is_said(owner).then(|| place.path());
    };
    let held = owner.get(member)?;
    place.enter(member);
    let found = if held.kind() == JsonKind::Array && !rest.is_empty() {
        held.each().enumerate().find_map(|(index, value)| {
            place.enter_element(index);
            let found = find(credential, value, rest, place);
            place.leave();
            found
        })
    } else {
        find(credential, held, rest, place)
    };
    place.leave();
    found
}

/// Nothing, blanks and empty lists say nothing; a node that is only called something does neither, unless what it is called is all
/// there is to it.
fn is_said(value: Value<'_>) -> bool {
    match value.kind() {
        JsonKind::Null => false,
        JsonKind::Plain | JsonKind::Decoded => value.text().is_some_and(|text| !text.trim().is_empty()),
        JsonKind::Array => value.each().any(is_said),
        JsonKind::Object => {
            let by_name = value.string("type").is_none_or(|class| class == "Concept");
            let mut own = value.members().filter(|(name, _)| *name != "type" && (by_name || *name != "id"));
            own.any(|(_, inner)| is_said(inner))
        }
        JsonKind::True | JsonKind::False | JsonKind::Number => true,
    }
}
