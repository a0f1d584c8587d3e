//! Samples of the holder's pages.

use askama::Template;
use signet_lang::{Locale, args};
use signet_share::Showing;

use super::{Pages, public, say};
use crate::{
    frame::{Area, PageFrame, Person},
    holder::{
        detail::{DetailPage, LookLine, ShareLine, WaitingPage},
        list::{HolderPage, OwnCredential, OwnOfBody},
        share::{CodeLine, ProfileLines, SharePage},
        share_fields::ShareFields,
        share_new::{FieldChoice, PurposeChoice, ShareNewPage},
    },
    share_words::field_word,
    view::{Fact, OtherTitle, Pictures, ShownField, ShownFields, StateTag},
};

fn frame(l: Locale, path: &str) -> PageFrame {
    let person = Person {
        name: "Jana Nováková".into(),
        role: l.web_account_role_holder(),
        home: Area::Holder,
        sections: Vec::new(),
    };
    PageFrame::private(l, path, Area::Holder).signed_in(person, "c2FtcGxl".into())
}

fn own(l: Locale, cs: &str, en: &str, state: StateTag, open: bool) -> OwnCredential {
    OwnCredential {
        href: "/cs/holder/0b2f".into(),
        title: say(l, cs, en),
        title_other: Some(OtherTitle { code: say(l, "en", "cs"), text: say(l, en, cs) }),
        institution: say(l, "Severní univerzita", "Northern University"),
        tags: vec![
            l.web_credential_ects(args::WebCredentialEcts { count: 2, ects: "2" }),
            l.web_credential_eqf(6),
            say(l, "1. 9. 2025", "1 September 2025"),
        ],
        state,
        test: open,
        share_href: open.then(|| "/cs/holder/0b2f/share".into()),
        id: format!("0b2f-{}", cs.len()),
    }
}

pub fn add(l: Locale, pages: &mut Pages) {
    let credentials = || {
        vec![
            own(
                l,
                "Základy ekonometrie v systému R",
                "Fundamentals of Econometrics in R",
                StateTag::good(l.web_holder_state_valid()),
                true,
            ),
            own(l, "Práce s prameny", "Working with Sources", StateTag::good(l.web_holder_state_valid()), true),
            own(
                l,
                "Kybernetická bezpečnost pro netechnické profese",
                "Cybersecurity for Non-technical Professions",
                StateTag::doubt(l.web_holder_state_waiting()),
                false,
            ),
            own(l, "Akademie vedoucích", "Academy for Managers", StateTag::bad(l.web_holder_state_revoked()), false),
        ]
    };
    let unreachable = Some(l.web_holder_letter_refused(say(l, "Univerzita Horní Dolní", "University of Horní Dolní")));
    let name = say(l, "Univerzita Horní Dolní", "University of Horní Dolní");
    let here = || OwnOfBody { name: name.clone(), unreachable: unreachable.clone(), credentials: credentials() };
    let there = OwnOfBody {
        name: say(l, "Severní univerzita", "Northern University"),
        unreachable: None,
        credentials: credentials().into_iter().take(1).collect(),
    };
    let bodies = [
        ("holder", vec![here()]),
        ("holder-several", vec![here(), there]),
        ("holder-none", vec![OwnOfBody { name: name.clone(), unreachable: None, credentials: Vec::new() }]),
    ];
    for (sample, bodies) in bodies {
        pages.insert(sample, HolderPage { f: frame(l, "/holder"), l, problem: None, bodies }.render().unwrap());
    }
    pages.insert("holder-detail", detail(l).render().unwrap());
    let waiting = WaitingPage {
        f: frame(l, "/holder/0b2f"),
        l,
        title: say(l, "Akademie vedoucích", "Academy for Managers"),
        state: StateTag::doubt(l.web_holder_state_waiting()),
        text: l.web_holder_waiting_text(),
    };
    pages.insert("holder-waiting", waiting.render().unwrap());
    pages.insert("share-new", share_new(l).render().unwrap());
    let code = |digits: Option<&str>, closed| CodeLine { asks: true, digits: digits.map(str::to_owned), closed };
    pages.insert("share", share(l, true, CodeLine::default()).render().unwrap());
    pages.insert("share-code", share(l, true, code(Some("291 307"), false)).render().unwrap());
    pages.insert("share-locked", share(l, true, code(None, true)).render().unwrap());
    pages.insert("share-closed", share(l, false, CodeLine::default()).render().unwrap());
}

fn detail(l: Locale) -> DetailPage {
    let line = |label: &str, state, ends: String, count: usize| ShareLine {
        href: "/cs/holder/0b2f/shares/1".into(),
        label: label.into(),
        state,
        ends,
        opened: l.web_share_opened_times(count),
        downloaded: l.web_share_opened_times(count / 3),
    };
    let day = say(l, "23. 12. 2026", "23 December 2026");
    DetailPage {
        f: frame(l, "/holder/0b2f"),
        l,
        note: Some(l.web_share_withdrawn_note()),
        test: true,
        state: StateTag::good(l.web_holder_state_valid()),
        warning: None,
        c: public::credential(l),
        content: super::whole::content(l, ShownFields::ALL, Pictures::Elsewhere),
        share_href: Some("/cs/holder/0b2f/share".into()),
        shares: vec![
            line("Pekárna U Mlýna", StateTag::good(l.web_share_state_open()), day.clone(), 3),
            line("LinkedIn", StateTag::good(l.web_share_state_open()), l.web_share_no_limit(), 12),
            line("Stará přihláška", StateTag::doubt(l.web_share_state_ended()), day, 0),
        ],
        master: StateTag::good(l.web_holder_pdf_link_state_on()),
        master_on: true,
        master_action: "/cs/holder/0b2f/document".into(),
        files: public::files(l),
        linkedin: Some("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME".into()),
        linkedin_share: None,
        preview: Some("/preview.jpg".into()),
        history: vec![LookLine {
            when: say(l, "22. 11. 2026 9:14 CET", "22 November 2026, 09:14 CET"),
            what: l.web_holder_history_viewed(),
            times: l.web_share_opened_times(2),
            share: "Pekárna U Mlýna".into(),
        }],
        days: "90".into(),
    }
}

fn share_new(l: Locale) -> ShareNewPage {
    let purpose = |name, about, current| PurposeChoice { code: "proof", name, about, current };
    ShareNewPage {
        f: frame(l, "/holder/0b2f/share"),
        l,
        title: say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R"),
        together: vec![
            say(l, "Základy ekonometrie", "Econometrics"),
            say(l, "Akademie vedoucích", "Academy for Managers"),
        ],
        others: "0b2f".into(),
        back: "/cs/holder/0b2f".into(),
        action: "/cs/holder/0b2f/share".into(),
        problem: Some(l.web_share_problem_label()),
        purposes: vec![
            purpose(l.web_share_purpose_proof(), l.web_share_purpose_proof_about(), true),
            purpose(l.web_share_purpose_admission(), l.web_share_purpose_admission_about(), false),
            purpose(l.web_share_purpose_cv(), l.web_share_purpose_cv_about(), false),
            purpose(l.web_share_purpose_authority(), l.web_share_purpose_authority_about(), false),
            purpose(l.web_share_purpose_other(), l.web_share_purpose_other_about(), false),
        ],
        fields: ShownField::ALL
            .into_iter()
            .map(|field| FieldChoice { code: field.code(), name: field_word(field, l), shows: true })
            .collect(),
        form: ShareFields {
            purpose: "proof",
            label: String::new(),
            recipient: "Pekárna U Mlýna".into(),
            reference: "HR-2026-118".into(),
            ends: "2026-12-23".into(),
            first_day: "2026-11-23".into(),
            unlimited: false,
            language: "cs",
            showing: Showing::new(ShownFields::ALL, false),
            code: true,
        },
    }
}

fn share(l: Locale, open: bool, code: CodeLine) -> SharePage {
    SharePage {
        f: frame(l, "/holder/0b2f/shares/1"),
        l,
        title: say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R"),
        back: "/cs/holder/0b2f".into(),
        note: open.then(|| l.web_share_created()),
        problem: None,
        label: "Pekárna U Mlýna".into(),
        state: if open {
            StateTag::good(l.web_share_state_open())
        } else {
            StateTag::bad(l.web_share_state_withdrawn())
        },
        link: open.then(|| "https://signet.example/c/3q2-7wEjRWeJq83vASNFZ4mrze8".into()),
        qr: "/cs/holder/0b2f/shares/1/qr".into(),
        look: "/cs/holder/0b2f/shares/1/look".into(),
        items: vec![("0b2f".into(), say(l, "Základy ekonometrie", "Econometrics"))],
        profile: (open && !code.asks).then(|| ProfileLines {
            linkedin: "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME".into(),
            cv: say(l, "Základy ekonometrie\nOvěření: https://…", "Econometrics\nVerify at https://…"),
        }),
        code,
        facts: vec![
            Fact::new(l.web_share_purpose(), l.web_share_purpose_proof()),
            Fact::new(l.web_share_until(), say(l, "23. 12. 2026", "23 December 2026")),
            Fact::new(l.web_share_recipient(), "Pekárna U Mlýna"),
            Fact::new(l.web_share_shows(), field_word(ShownField::Grade, l)),
        ],
        action: "/cs/holder/0b2f/shares/1".into(),
        ends: "2026-12-23".into(),
        first_day: "2026-11-23".into(),
    }
}
