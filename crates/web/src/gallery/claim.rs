//! Samples of the pages on which somebody asks whether records are about them, and on which that is decided.

use askama::Template;
use signet_access::AssuranceLevel;
use signet_lang::{Locale, args};
use signet_record::{Date, Line};
use signet_store::{NamedPerson, PersonClaimState};

use super::{Pages, say, staff::frame};
use crate::{
    frame::{Area, PageFrame},
    public::own_records::{InstitutionChoice, OwnRecordsPage},
    staff::{
        person_claim::{CandidateView, ClaimRow, ComparedPerson, PersonClaimPage, PersonClaimsPage},
        unit_editor::form::SummaryLine,
    },
    view::{Fact, LinkView, StateTag},
};

pub fn add(l: Locale, pages: &mut Pages) {
    pages.insert("own-records", own(l, false).render().unwrap());
    pages.insert("own-records-wrong", own(l, true).render().unwrap());
    pages.insert("staff-claims", list(l, true).render().unwrap());
    pages.insert("staff-claims-none", list(l, false).render().unwrap());
    pages.insert("staff-claim", claim(l, true, false).render().unwrap());
    pages.insert("staff-claim-wrong", claim(l, true, true).render().unwrap());
    pages.insert("staff-claim-decided", claim(l, false, false).render().unwrap());
}

fn named() -> NamedPerson {
    NamedPerson {
        provider: "stat".parse().unwrap(),
        subject: "c2FtcGxl".into(),
        level: AssuranceLevel::Multi,
        given_name: Line::new("Jitka").unwrap(),
        family_name: Line::new("Vdaná").unwrap(),
        born: Date::constant(1988, 9, 1),
    }
}

fn own(l: Locale, wrong: bool) -> OwnRecordsPage {
    let provider = say(l, "Identita občana", "National identity");
    let named = named();
    let told = |href: &str, text: String| SummaryLine { href: href.into(), text };
    OwnRecordsPage {
        f: PageFrame::private(l, "/login", Area::Elsewhere),
        l,
        title: l.web_sign_in_refused_title(),
        lead: l.web_sign_in_refused_nobody(provider.as_str()),
        facts: vec![
            Fact::new(
                l.web_pairing_recognised(provider.as_str()),
                format!("{} {}", named.given_name, named.family_name),
            ),
            Fact::new(l.web_own_born(), l.date(named.born)),
        ],
        summary: if wrong {
            vec![told("#institution", l.web_own_institution_wrong()), told("#credential", l.web_own_credential_wrong())]
        } else {
            Vec::new()
        },
        institutions: vec![InstitutionChoice {
            id: "severni".into(),
            name: say(l, "Severní univerzita", "Northern University"),
            chosen: false,
        }],
        institution_wrong: wrong.then(|| l.web_own_institution_wrong()),
        credential: if wrong { "0b2f".into() } else { String::new() },
        credential_wrong: wrong.then(|| l.web_own_credential_wrong()),
        claim: "c2FtcGxl.c2FtcGxl".into(),
        action: "/cs/login/own".into(),
        back: LinkView { href: "/cs/login".into(), label: l.web_sign_in_again() },
    }
}

fn list(l: Locale, any: bool) -> PersonClaimsPage {
    let when = say(l, "23. 11. 2026 8:10 CET", "23 November 2026, 08:10 CET");
    let row = |state: StateTag, said: Option<String>| ClaimRow {
        href: "/cs/staff/claims/00".into(),
        name: "Jitka Vdaná".into(),
        when: when.clone(),
        said,
        state,
    };
    let reason = say(l, "oznámení o změně příjmení", "notice of a changed family name");
    let said = args::WebStaffClaimSaid { by: "Marie Dvořáková", reason: reason.as_str() };
    PersonClaimsPage {
        f: frame(l, "/staff/claims"),
        l,
        waiting: if any { vec![row(StateTag::doubt(l.web_staff_claim_waiting()), None)] } else { Vec::new() },
        decided: if any {
            vec![row(StateTag::good(l.web_staff_claim_linked()), Some(l.web_staff_claim_said(said)))]
        } else {
            Vec::new()
        },
    }
}

fn claim(l: Locale, waits: bool, wrong: bool) -> PersonClaimPage {
    let compared = |given: &str, family: &str| ComparedPerson {
        given_name: given.into(),
        family_name: family.into(),
        born: l.date(Date::constant(1988, 9, 1)),
    };
    let candidate = |person: &str, family: &str, match_words: String| CandidateView {
        person: person.into(),
        compared: compared("Jitka", family),
        birth_place: "Lhota".into(),
        match_words,
        credentials: l.web_staff_work_credentials(2_u64),
        chosen: false,
    };
    let told = |href: &str, text: String| SummaryLine { href: href.into(), text };
    PersonClaimPage {
        f: frame(l, "/staff/claims/00"),
        l,
        state: if waits {
            StateTag::doubt(l.web_staff_claim_waiting())
        } else {
            StateTag::bad(l.web_staff_claim_declined())
        },
        summary: if wrong {
            vec![
                told("#person-1", l.web_staff_claim_choice_wrong()),
                told("#reason", l.web_staff_claim_reason_wrong(500)),
            ]
        } else {
            Vec::new()
        },
        facts: vec![
            Fact::new(l.web_staff_claim_provider(), say(l, "Identita občana", "National identity")),
            Fact::new(l.web_staff_claim_typed(), l.web_staff_claim_typed_ours()),
        ],
        credential: Some(LinkView {
            href: "/cs/staff/credentials/00".into(),
            label: say(l, "Základy ekonometrie", "Fundamentals of Econometrics"),
        }),
        claimed: compared("Jitka", "Vdaná"),
        candidates: vec![
            candidate("HD-70001", "Ukázková", l.web_staff_claim_names_family()),
            candidate("HD-70002", "Vdaná", l.web_staff_claim_names_same()),
        ],
        progress: if waits { PersonClaimState::Waiting } else { PersonClaimState::Linked },
        action: "/cs/staff/claims/00".into(),
        reason: String::new(),
        reason_wrong: wrong.then(|| l.web_staff_claim_reason_wrong(500)),
        choice_wrong: wrong.then(|| l.web_staff_claim_choice_wrong()),
    }
}
