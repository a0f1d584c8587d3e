//! Samples of the public pages.

use askama::Template;
use signet_access::{AssuranceLevel, IdTokenRefusal};
use signet_catalogue::PublicAddress;
use signet_lang::{Locale, args};
use signet_outbound::{FetchError, OidcError, OidcStep};
use signet_store::LoginAttemptRefusal;

use super::{Pages, say};
use crate::{
    frame::{Area, PageFrame},
    message_page::MessagePage,
    public::{
        home::HomePage,
        login::LoginPage,
        privacy::PrivacyPage,
        role::{RoleChoice, RolePage},
        sign_in::{ProviderGroup, SignInPage},
        sign_in_refusal::SignInRefusal,
    },
    public_head::PublicHead,
    view::{
        CredentialView, Fact, FileView, KeyFact, KeyRole, LinkView, Mark, OtherTitle, OutcomeGroup, ReportView,
        Section, Verdict, VerdictKind,
        report::{FindingView, GroupView, Topic},
    },
};

pub fn add(l: Locale, pages: &mut Pages) {
    let limit = || "20".to_owned();
    let about = (l.web_home_title(), l.web_home_lead());
    let home = HomePage {
        f: PageFrame::public(l, "/", Area::Elsewhere),
        l,
        head: PublicHead::new(&PublicAddress::new("https://signet.example"), "/", l, about),
        limit: limit(),
        units: super::catalogue::units(l),
    };
    pages.insert("home", home.render().unwrap());
    messages(l, pages);
    super::catalogue::add(l, pages);
    sign_in(l, pages);
    let contact = Some("studijni@severni.example".to_owned());
    let page = PrivacyPage { f: PageFrame::public(l, "/privacy", Area::Elsewhere), l, contact };
    pages.insert("privacy", page.render().unwrap());
}

fn sign_in(l: Locale, pages: &mut Pages) {
    let link = |name: &str, label: String| LinkView { href: format!("/cs/login/at/{name}"), label };
    let university = link("severni", say(l, "Severní univerzita", "Northern University"));
    let groups = vec![
        ProviderGroup { title: l.web_sign_in_universities(), links: vec![university] },
        ProviderGroup {
            title: l.web_sign_in_national(),
            links: vec![link("statni", say(l, "Státní identita", "State identity"))],
        },
    ];
    for (name, groups) in [("login", Vec::new()), ("login-keep", groups.clone())] {
        let (f, action) = (PageFrame::private(l, "/login/x", Area::Elsewhere), "/cs/login/x".into());
        pages.insert(name, LoginPage { f, l, action, groups }.render().unwrap());
    }
    let frame = || PageFrame::private(l, "/login", Area::Elsewhere).with_sign_in(true);
    pages.insert("sign-in", SignInPage { f: frame(), l, link_ended: true, groups }.render().unwrap());
    let none = SignInPage { f: frame(), l, link_ended: false, groups: Vec::new() };
    pages.insert("sign-in-none", none.render().unwrap());
    let choice = |code: &str, label: String| RoleChoice { code: code.into(), label };
    let role = RolePage {
        f: PageFrame::private(l, "/login/role", Area::Account),
        l,
        choices: vec![
            choice("registrar@severni", l.web_account_role_registrar()),
            choice("holder@severni", l.web_account_role_holder()),
        ],
        action: "/cs/login/role".into(),
        to: String::new(),
    };
    pages.insert("sign-in-role", role.render().unwrap());
    let provider = say(l, "Severní univerzita", "Northern University");
    for refusal in [
        SignInRefusal::Attempt(LoginAttemptRefusal::Late),
        SignInRefusal::Declined,
        SignInRefusal::OtherIssuer,
        SignInRefusal::Nobody,
        SignInRefusal::Blocked,
        SignInRefusal::Provider(OidcError::Claims(IdTokenRefusal::Level { found: AssuranceLevel::Single })),
        SignInRefusal::Provider(OidcError::Fetch { step: OidcStep::Discovery, cause: FetchError::TimedOut }),
    ] {
        let name: &'static str = match refusal.code() {
            "state-late" => "sign-in-refused-late",
            "answer-declined" => "sign-in-refused-declined",
            "answer-issuer" => "sign-in-refused-issuer",
            "nobody-here" => "sign-in-refused-nobody",
            "account-blocked" => "sign-in-refused-blocked",
            "id-token-level" => "sign-in-refused-level",
            _ => "sign-in-refused-away",
        };
        pages.insert(name, refusal.page(&provider, l).render().unwrap());
    }
}

fn messages(l: Locale, pages: &mut Pages) {
    let gone = MessagePage {
        f: PageFrame::private(l, "/c/x", Area::Elsewhere),
        l,
        title: l.web_shared_gone_title(),
        texts: vec![l.web_shared_gone_text(), l.web_shared_gone_file()],
        onward: Some(LinkView { href: "/cs/verify".into(), label: l.web_frame_nav_verify() }),
    };
    pages.insert("gone", gone.render().unwrap());
    let lost = MessagePage {
        f: PageFrame::public(l, "/x", Area::Elsewhere),
        l,
        title: l.web_error_not_found_title(),
        texts: vec![l.web_error_not_found_text()],
        onward: Some(LinkView { href: "/cs".into(), label: l.web_frame_home_link() }),
    };
    pages.insert("not-found", lost.render().unwrap());
}

pub fn files(l: Locale) -> Vec<FileView> {
    let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    [("pdf", l.web_shared_file_pdf(), 412), ("jsonld", l.web_shared_file_jsonld(), 148)]
        .into_iter()
        .map(|(ending, about, size)| FileView {
            name: format!("Jana Nováková - Základy ekonometrie v systému R.{ending}"),
            about,
            size: l.web_shared_size_kb(size),
            digest: digest.into(),
            href: format!("/cs/holder/0b2f/file.{ending}"),
        })
        .collect()
}

#[allow(clippy::too_many_lines, reason = "the sample content of one page")]
pub fn report(l: Locale, kind: VerdictKind) -> ReportView {
    let (seal, validity) = match kind {
        VerdictKind::Invalid => (Mark::Fails, Mark::Holds),
        VerdictKind::Revoked | VerdictKind::Suspended | VerdictKind::Superseded => (Mark::Holds, Mark::Fails),
        VerdictKind::Unknown => (Mark::Holds, Mark::CannotTell),
        VerdictKind::Unsealed => (Mark::CannotTell, Mark::CannotTell),
        VerdictKind::Valid | VerdictKind::Test => (Mark::Holds, Mark::Holds),
    };
    let finding = |mark, code: &str, cs: &str, en: &str| FindingView {
        mark,
        neutral: code == "seal.qualification",
        sentence: say(l, cs, en),
        code: code.into(),
        indication: (mark == Mark::Fails).then(|| "HASH_FAILURE".into()),
        evidence: vec![("SHA-256".into(), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into())],
    };
    let format = GroupView {
        mark: Mark::Holds,
        name: l.web_verify_format(),
        sentence: say(
            l,
            "Tento mikrocertifikát je z technického hlediska v pořádku.",
            "This micro-credential is technically in order.",
        ),
        topics: vec![Topic {
            heading: None,
            findings: vec![finding(
                Mark::Holds,
                "format.profile",
                "Odpovídá profilu EDC Generic.",
                "Conforms to the EDC Generic profile.",
            )],
        }],
    };
    let seal = GroupView {
        mark: seal,
        name: l.web_verify_seal(),
        sentence: match seal {
            Mark::Fails => say(
                l,
                "Pečeť je porušená: obsah se od zapečetění změnil.",
                "The seal is broken: the content has changed since it was sealed.",
            ),
            _ => say(
                l,
                "Zapečetila Severní univerzita. Od té doby se nezměnil jediný bajt.",
                "Sealed by Northern University. Not a byte has changed since.",
            ),
        },
        topics: vec![
            Topic {
                heading: Some(l.finding_aspect(args::FindingAspect::Integrity)),
                findings: vec![finding(
                    seal,
                    "seal.integrity",
                    "Otisk obsahu souhlasí s pečetí.",
                    "The digest of the content agrees with the seal.",
                )],
            },
            Topic {
                heading: Some(l.finding_aspect(args::FindingAspect::Revocation)),
                findings: vec![finding(
                    Mark::CannotTell,
                    "seal.revocation",
                    "Zneplatnění certifikátu pečeti nebylo možné zjistit.",
                    "Revocation of the seal certificate could not be determined.",
                )],
            },
            Topic {
                heading: Some(l.finding_aspect(args::FindingAspect::Qualification)),
                findings: vec![finding(
                    Mark::Fails,
                    "seal.qualification",
                    "Jde o zaručenou elektronickou pečeť; její certifikát není kvalifikovaný.",
                    "This is an advanced electronic seal; its certificate is not qualified.",
                )],
            },
        ],
    };
    let validity = GroupView {
        mark: validity,
        name: l.web_verify_validity(),
        sentence: match validity {
            Mark::Holds => say(
                l,
                "Škola záznam nezneplatnila ani nenahradila.",
                "The university has neither revoked nor replaced the record.",
            ),
            Mark::Fails => say(l, "Mikrocertifikát byl zneplatněn.", "The micro-credential has been revoked."),
            Mark::CannotTell | Mark::Missing | Mark::Test => {
                say(l, "Seznam zneplatněných se nepodařilo načíst.", "The status list could not be fetched.")
            }
        },
        topics: vec![Topic {
            heading: None,
            findings: vec![finding(
                validity,
                "validity.status",
                "Seznam zneplatněných byl načten a je podepsán.",
                "The status list was fetched and is signed.",
            )],
        }],
    };
    let when = say(l, "23. 11. 2026 22:10 CET", "23 November 2026, 22:10 CET");
    let more = match kind {
        VerdictKind::Revoked => {
            vec![l.web_report_verdict_revoked_since(args::WebReportVerdictRevokedSince {
                date: say(l, "3. 11. 2026", "3 November 2026"),
                reason: l.web_staff_revoke_reason_issued_in_error(),
            })]
        }
        _ => {
            let reason = say(
                l,
                "Obsah datového souboru neodpovídá pečeti: soubor byl zřejmě změněn.",
                "The content of the data file does not match the seal: the file has probably been changed.",
            );
            Verdict::because(kind, &reason, l).into_iter().collect()
        }
    };
    let sealer = say(l, "Severní univerzita (NTRCZ-00000019, CZ)", "Severní univerzita (NTRCZ-00000019, CZ)");
    let sealed = |kind| l.verify_source(args::VerifySource { kind, sealer });
    let source = match kind {
        VerdictKind::Unsealed => Vec::new(),
        VerdictKind::Test => vec![sealed(args::VerifySourceKind::Test)],
        VerdictKind::Invalid => vec![sealed(args::VerifySourceKind::Changed)],
        VerdictKind::Unknown => vec![sealed(args::VerifySourceKind::Somebody)],
        _ => vec![
            sealed(args::VerifySourceKind::Sealed),
            l.verify_source_award(args::VerifySourceAward { body: "", kind: args::VerifySourceAwardKind::SameBody }),
        ],
    };
    ReportView {
        verdict: Verdict::new(kind, l, when.clone(), more).with_source(source),
        groups: vec![format, seal, validity],
        who: vec![
            Fact::new(
                l.web_report_sealed_by(),
                say(l, "Severní univerzita, IČO 00000019", "Northern University, ID No. 00000019"),
            ),
            Fact::new(l.web_report_awarded_by(), say(l, "Severní univerzita", "Northern University")),
            Fact::new(l.web_report_sealed_at(), l.web_report_sealed_at_proven(when)),
            Fact::new(l.web_report_level(), "JAdES B-T"),
        ],
        test: kind == VerdictKind::Test,
        completeness: vec![say(l, "Uvádí 9 z 11 povinných údajů.", "It says 9 of the 11 mandatory items.")],
    }
}

fn key(l: Locale) -> Vec<KeyFact> {
    let fact = |role: KeyRole, label: String, value: String, note: Option<String>| KeyFact { role, label, value, note };
    vec![
        fact(
            KeyRole::Holder,
            l.web_credential_holder(),
            "Ing. Jana Nováková, Ph.D.".into(),
            Some(l.web_credential_born(say(l, "29. 2. 1996", "29 February 1996"))),
        ),
        fact(
            KeyRole::AwardingBody,
            l.web_credential_awarding_body(),
            say(l, "Severní univerzita", "Northern University"),
            Some(say(l, "Ekonomická fakulta", "Faculty of Economics")),
        ),
        fact(KeyRole::Issued, l.web_credential_issued(), say(l, "1. 9. 2025", "1 September 2025"), None),
        fact(
            KeyRole::Workload,
            l.web_credential_workload(),
            l.web_credential_ects(args::WebCredentialEcts { count: 2, ects: "2" }),
            Some(l.web_credential_hours(52)),
        ),
        fact(KeyRole::Unit, l.web_credential_level(), l.web_credential_eqf(6), Some(l.web_credential_eqf_six())),
    ]
}

pub fn credential(l: Locale) -> CredentialView {
    let fact = |label: String, cs: &str, en: &str| Fact::new(label, say(l, cs, en));
    let outcomes = vec![
        OutcomeGroup {
            heading: l.document_outcomes_knowledge(),
            items: vec![
                say(
                    l,
                    "Vysvětlí předpoklady lineárního regresního modelu.",
                    "Explains the assumptions of the linear regression model.",
                ),
                "<script>alert(1)</script>".into(),
            ],
        },
        OutcomeGroup {
            heading: l.document_outcomes_skill(),
            items: vec![
                say(l, "V systému R načte, vyčistí a zobrazí data.", "Loads, cleans and plots data in R."),
                say(
                    l,
                    "Odhadne regresní model a vyloží jeho výsledky.",
                    "Estimates a regression model and interprets its results.",
                ),
            ],
        },
    ];
    CredentialView {
        ects: Some(2.0),
        kind: l.web_frame_credential(),
        title: say(l, "Základy ekonometrie v systému R", "Fundamentals of Econometrics in R"),
        title_other: Some(OtherTitle {
            code: say(l, "en", "cs"),
            text: say(l, "Fundamentals of Econometrics in R", "Základy ekonometrie v systému R"),
        }),
        key: key(l),
        outcomes,
        sections: sections(l),
        five: vec![
            fact(
                l.web_credential_five_quality(),
                "Institucionální akreditace, Národní akreditační úřad, rozhodnutí NAU-1/2020",
                "Institutional accreditation, National Accreditation Bureau, decision NAU-1/2020",
            ),
            Fact::new(l.web_credential_five_level(), l.web_credential_eqf(6)),
            Fact::new(l.web_credential_five_outcomes(), l.web_credential_five_outcomes_count(3)),
            Fact::new(l.web_credential_five_workload(), l.web_credential_hours(52)),
            fact(
                l.web_credential_five_testing(),
                "Projekt; dohled s ověřením totožnosti; hodnocení B",
                "Project; supervised with identity verification; grade B",
            ),
        ],
    }
}

fn sections(l: Locale) -> Vec<Section> {
    let fact = |label: String, cs: &str, en: &str| Fact::new(label, say(l, cs, en));
    vec![
        Section {
            id: "assessment",
            heading: l.web_credential_assessment(),
            facts: vec![
                fact(l.web_credential_assessment_type(), "projekt (100 %)", "project work (100%)"),
                fact(l.web_credential_grade(), "B – velmi dobře", "B – very good"),
                fact(l.web_credential_grade_scale(), "A–F, prospěl při A až E", "A–F, pass with A to E"),
                fact(
                    l.web_credential_supervision(),
                    "s dohledem a ověřením totožnosti",
                    "supervised, identity verified",
                ),
            ],
        },
        Section {
            id: "quality",
            heading: l.web_credential_quality(),
            facts: [
                Some(fact(
                    l.web_credential_quality_kind(),
                    "institucionální akreditace",
                    "institutional accreditation",
                )),
                Some(fact(
                    l.web_credential_quality_body(),
                    "Národní akreditační úřad pro vysoké školství",
                    "National Accreditation Bureau for Higher Education",
                )),
                Fact::link(l.web_credential_quality_report(), "https://severni.example/zprava"),
            ]
            .into_iter()
            .flatten()
            .collect(),
        },
        Section {
            id: "holder",
            heading: l.web_credential_holder(),
            facts: vec![
                Fact::new(l.web_credential_holder_name(), "Ing. Jana Nováková, Ph.D."),
                fact(l.web_credential_holder_born(), "29. 2. 1996", "29 February 1996"),
            ],
        },
        Section {
            id: "about",
            heading: l.web_credential_about(),
            facts: vec![
                Fact::new(l.web_credential_identifier(), "urn:credential:0b2f2a52-6d0c-4c8e-9c0e-5d8f3f6d7a10"),
                fact(l.web_credential_mode(), "kombinovaná", "blended"),
                fact(l.web_credential_teaching_language(), "čeština", "Czech"),
            ],
        },
    ]
}
