//! Samples of the page of one's own account, for each role.

use askama::Template;
use signet_access::Role;
use signet_lang::{Locale, args};
use signet_record::Line;
use signet_store::AccountLetterKind;

use super::{Pages, say};
use crate::{
    area::RoleRow,
    frame::{Area, PageFrame, Person},
    kept_form::KeptFormPage,
    public::{
        account::{AccountPage, SessionLine},
        letter_choices::{LetterChoice, LetterChoicesPage, RefusedAddress, what},
        letter_stop::LetterStopPage,
        pairing::{IdentitySection, PairingPage},
    },
    view::{Fact, LinkView},
};

pub fn add(l: Locale, pages: &mut Pages) {
    for (name, role) in [
        ("account-guarantor", Role::Guarantor),
        ("account-holder", Role::Holder),
        ("account-operator", Role::Operator),
        ("account-quality-office", Role::QualityOffice),
        ("account-registrar", Role::Registrar),
        ("account-seal-custodian", Role::SealCustodian),
    ] {
        pages.insert(name, account(l, role).render().unwrap());
    }
    let mut hurried = account(l, Role::SealCustodian);
    let reason = Line::new(&say(l, "Přihlášení univerzity neodpovídá", "The university’s sign-in does not respond"));
    hurried.f = hurried.f.in_emergency("2026-12-01T10:15:00Z".parse().unwrap(), reason.ok().as_ref());
    pages.insert("account-in-emergency", hurried.render().unwrap());
    pages.insert("form-kept", kept_form(l).render().unwrap());
    pages.insert("account-pairing", pairing(l, false).render().unwrap());
    pages.insert("account-merging", pairing(l, true).render().unwrap());
    pages.insert("account-letters", letters(l, Role::Registrar).render().unwrap());
    pages.insert("account-letters-holder", letters(l, Role::Holder).render().unwrap());
    pages.insert("letter-stop", letter_stop(l).render().unwrap());
}

/// Staff may turn off what tells of work; one kind is off.
fn letters(l: Locale, role: Role) -> LetterChoicesPage {
    let row = RoleRow::of(role);
    let person = Person { name: "Hana Vzorná".into(), role: row.word(l), home: row.home, sections: Vec::new() };
    let (optional, always): (Vec<_>, Vec<_>) = AccountLetterKind::ALL.into_iter().partition(|kind| kind.is_optional());
    let choice = |kind: AccountLetterKind| LetterChoice {
        kind: kind.code(),
        what: what(kind, l),
        wanted: kind != AccountLetterKind::Digest,
    };
    LetterChoicesPage {
        f: PageFrame::private(l, "/account/letters", Area::Account).signed_in(person, "c2FtcGxl".into()),
        l,
        refused: vec![RefusedAddress { provider: "hd".into(), text: l.web_letters_refused_text("vzorna@hd.example") }],
        optional: optional.into_iter().filter(|_| role.is_staff()).map(choice).collect(),
        always: always.into_iter().map(|kind| what(kind, l)).collect(),
        action: "/cs/account/letters".into(),
        back: "/cs/account".into(),
    }
}

fn letter_stop(l: Locale) -> LetterStopPage {
    LetterStopPage {
        f: PageFrame::private(l, "/", Area::Elsewhere),
        l,
        what: what(AccountLetterKind::Digest, l),
        action: "/cs/letters/abcdefghijklmnopqrstuvwxyz234567abcdefghii".into(),
    }
}

fn kept_form(l: Locale) -> KeptFormPage {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    KeptFormPage {
        f: PageFrame::private(l, "/staff/units/ukazkovy-celek/edit/title", Area::Elsewhere).with_sign_in(true),
        l,
        title: l.web_session_form_ended_title(),
        lead: l.web_session_form_ended_lead(),
        steps: vec![l.web_session_form_ended_first(), l.web_session_form_second()],
        onward: Some(LinkView { href: "/cs/login".into(), label: l.web_sign_in_menu() }),
        action: "/cs/staff/units/ukazkovy-celek/edit/title".into(),
        token: String::new(),
        fields: vec![field("revision", "7"), field("title.cs", "Úvod do <práva>"), field("title.en", "")],
        button: l.web_session_form_continue(),
    }
}

fn pairing(l: Locale, merges: bool) -> PairingPage {
    let person = Person {
        name: "Jitka Ukázková".into(),
        role: RoleRow::of(Role::Holder).word(l),
        home: Area::Holder,
        sections: Vec::new(),
    };
    PairingPage {
        f: PageFrame::private(l, "/login", Area::Account).signed_in(person, "c2FtcGxl".into()),
        l,
        facts: vec![
            Fact::new(l.web_pairing_signed_in(), "Jitka Ukázková"),
            Fact::new(l.web_pairing_recognised(say(l, "Identita občana", "National identity")), "Jitka Ukázková Nová"),
        ],
        action: "/cs/account/identities".into(),
        state: "c2FtcGxl".into(),
        merges,
        back: "/cs/account".into(),
    }
}

fn account(l: Locale, role: Role) -> AccountPage {
    let row = RoleRow::of(role);
    let (home, word) = (row.home, row.word(l));
    let person = Person { name: "Hana Vzorná".into(), role: word.clone(), home, sections: Vec::new() };
    let session = |id: &str, current| SessionLine {
        id: id.into(),
        since: say(l, "23. 11. 2026 8:10 CET", "23 November 2026, 08:10 CET"),
        seen: say(l, "23. 11. 2026 9:41 CET", "23 November 2026, 09:41 CET"),
        ends: say(l, "23. 11. 2026 20:10 CET", "23 November 2026, 20:10 CET"),
        current,
    };
    AccountPage {
        f: PageFrame::private(l, "/account", Area::Account).signed_in(person, "c2FtcGxl".into()),
        l,
        facts: vec![
            Fact::new(l.web_account_id(), "vzorna"),
            Fact::new(l.web_account_role(), word),
            Fact::new(l.web_account_institution(), say(l, "Severní univerzita", "Northern University")),
            Fact::new(l.web_account_person(), "HD-90002"),
        ],
        abilities: row.abilities(l),
        onward: (home != Area::Account).then(|| LinkView { href: "/cs/staff".into(), label: home.label(l) }),
        roles: (role == Role::Registrar)
            .then(|| LinkView { href: "/cs/login/role".into(), label: l.web_sign_in_role_change() }),
        refused: (role == Role::Registrar)
            .then(|| LinkView { href: "/cs/account/letters".into(), label: l.web_letters_refused_account() }),
        letters: Some(LinkView { href: "/cs/account/letters".into(), label: l.web_letters_title() }),
        identities: (role == Role::Holder).then(|| IdentitySection {
            facts: vec![Fact::new(
                say(l, "Univerzita Horní Dolní", "University of Horní Dolní"),
                l.web_pairing_seen(args::WebPairingSeen {
                    first: say(l, "1. 9. 2026 8:00 SELČ", "1 September 2026, 08:00 CEST"),
                    last: say(l, "23. 11. 2026 8:10 SEČ", "23 November 2026, 08:10 CET"),
                }),
            )],
            add: vec![LinkView {
                href: "/cs/login/at/stat?for=pair".into(),
                label: l.web_pairing_add(say(l, "Identita občana", "National identity")),
            }],

            find: vec![LinkView {
                href: "/cs/login/at/stat?for=own".into(),
                label: l.web_own_find(say(l, "Identita občana", "National identity")),
            }],
        }),
        sessions: vec![session("01", true), session("02", false)],
        action: "/cs/account/sessions".into(),
    }
}
