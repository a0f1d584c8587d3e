//! The clock moved: before and after the ends and revocations of everything that a seal rests on, with and without renewal.

use super::world::{COMPROMISED, FORMATS, Format, Kept, Revoked, SUPERSEDED, TOLD, Told, Who, World, judged};
use crate::Basis;
use crate::Indication::*;
use crate::pki::Verdict::{self, Good, Open};
use crate::pki::at;
use crate::policy::Policy;
use crate::revocation::CrlReason;
use Kept::*;
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(World::new);

const RENEWED: Kept = Renewed("2026-12-01");
const LATE: Kept = Renewed("2031-06-01");

/// What happened; when it is judged; what comes of each level, asking everybody who can be asked.
type Case<'a> = (&'a [Revoked], &'a str, &'a [(Kept, Verdict)]);

fn check(policy: &Policy, asks: bool, cases: &[Case<'_>]) {
    for (format, told) in combinations() {
        for (revoked, day, expected) in cases {
            let when = format!("{day}T12:00:00Z");
            let said = WORLD.said(told, &when, revoked);
            for (kept, verdict) in *expected {
                let file = WORLD.make(format, *kept, told, revoked);
                let offline = Basis { policy, ..WORLD.offline(&when) };
                let basis = if asks { Basis { fetched: &said, ..offline } } else { offline };
                let report = judged(&file, &basis);
                let shown = format!("{format:?} {told:?} {kept:?} on {day}, {revoked:?}: {:#?}", report.findings);
                assert_eq!(Verdict::of(&report), *verdict, "{shown}");
            }
        }
    }
}

fn combinations() -> impl Iterator<Item = (Format, Told)> {
    FORMATS.into_iter().flat_map(|format| TOLD.map(|told| (format, told)))
}

#[test]
fn certificates_end() {
    let cases: [Case<'_>; 5] = [
        (&[], "2026-06-02", &[(B, Good), (T, Good), (LT, Good), (Lta, Good)]),
        (&[], "2028-12-31", &[(B, Good), (T, Good), (LT, Good), (Lta, Good), (RENEWED, Good)]),
        // The seal has ended: whatever proves an earlier time is enough, since authorities here still tell of it.
        (&[], "2029-01-02", &[(B, Open(OutOfBoundsNotRevoked)), (T, Good), (LT, Good), (Lta, Good)]),
        // The stamps have ended: only the younger authority's stamp proves anything.
        (
            &[],
            "2032-01-02",
            &[
                (T, Open(OutOfBoundsNotRevoked)),
                (LT, Open(OutOfBoundsNotRevoked)),
                (Lta, Open(OutOfBoundsNotRevoked)),
                (RENEWED, Good),
                (LATE, Good),
            ],
        ),
        // So has the younger one.
        (&[], "2042-01-02", &[(RENEWED, Open(OutOfBoundsNotRevoked)), (LATE, Open(OutOfBoundsNotRevoked))]),
    ];
    check(Policy::standard(), true, &cases);
}

#[test]
fn certificates_end_and_nobody_is_asked() {
    let cases: [Case<'_>; 4] = [
        (
            &[],
            "2026-06-02",
            &[
                (B, Open(CertificateChainGeneralFailure)),
                (T, Open(CertificateChainGeneralFailure)),
                (LT, Good),
                (Lta, Good),
            ],
        ),
        (&[], "2029-01-02", &[(B, Open(OutOfBoundsNoPoe)), (LT, Good), (Lta, Good), (RENEWED, Good)]),
        (&[], "2032-01-02", &[(LT, Open(OutOfBoundsNoPoe)), (Lta, Open(OutOfBoundsNoPoe)), (LATE, Good)]),
        (&[], "2042-01-02", &[(LATE, Open(OutOfBoundsNoPoe))]),
    ];
    check(Policy::standard(), false, &cases);
}

#[test]
fn the_seal_is_revoked() {
    for reason in [COMPROMISED, SUPERSEDED] {
        let after = [(Who::Seal, "2027-01-01T00:00:00Z", reason)];
        let before = [(Who::Seal, "2026-05-01T00:00:00Z", reason)];
        let late = Open(RevokedNoPoe);
        let cases: [Case<'_>; 4] = [
            (&after, "2026-12-31", &[(B, Good), (T, Good), (LT, Good), (Lta, Good)]),
            (&after, "2027-06-01", &[(B, late), (T, Good), (LT, Good), (Lta, Good), (RENEWED, Good)]),
            (&after, "2033-06-01", &[(RENEWED, Good), (LATE, Good)]),
            (&before, "2026-06-02", &[(B, late), (T, late), (LT, late), (Lta, late)]),
        ];
        check(Policy::standard(), true, &cases);
    }
    let held = [(Who::Seal, "2027-01-01T00:00:00Z", CrlReason::HOLD)];
    let cases: [Case<'_>; 1] = [(&held, "2027-06-01", &[(B, Open(TryLater)), (T, Good), (LT, Good), (Lta, Good)])];
    check(Policy::standard(), true, &cases);
}

#[test]
fn an_authority_is_revoked() {
    let sealing = [(Who::SealAuthority, "2027-01-01T00:00:00Z", COMPROMISED)];
    // What the authority says of its certificates must be proved to be from before its own revocation.
    let cases: [Case<'_>; 2] = [
        (&sealing, "2026-12-31", &[(B, Good), (T, Good), (LT, Good), (Lta, Good)]),
        (
            &sealing,
            "2027-06-01",
            &[(B, Open(RevokedCaNoPoe)), (T, Open(NoPoe)), (LT, Open(NoPoe)), (Lta, Good), (RENEWED, Good)],
        ),
    ];
    check(Policy::standard(), true, &cases);

    let stamping = [(Who::StampAuthority, "2027-01-01T00:00:00Z", COMPROMISED)];
    // Its stamps prove nothing any more; a seal that needs no proof is judged without.
    let open = Open(OutOfBoundsNotRevoked);
    let cases: [Case<'_>; 2] = [
        (&stamping, "2027-06-01", &[(B, Good), (T, Good), (LT, Good), (Lta, Good), (RENEWED, Good)]),
        (&stamping, "2029-06-01", &[(B, open), (T, open), (LT, open), (Lta, open), (RENEWED, open)]),
    ];
    check(Policy::standard(), true, &cases);
}

#[test]
fn the_stamps_are_revoked() {
    for reason in [COMPROMISED, SUPERSEDED] {
        let revoked = [(Who::Stamps, "2027-01-01T00:00:00Z", reason)];
        let open = Open(OutOfBoundsNotRevoked);
        let cases: [Case<'_>; 3] = [
            (&revoked, "2026-12-31", &[(T, Good), (LT, Good), (Lta, Good), (RENEWED, Good)]),
            // A seal that needs no proof is judged without stamps.
            (
                &revoked,
                "2027-06-01",
                &[(B, Good), (T, Good), (LT, Good), (Lta, Good), (RENEWED, Good), (Renewed("2027-03-01"), Good)],
            ),
            // Once it does, one that another authority's stamp proves to be old enough holds; a later one does not help.
            (
                &revoked,
                "2029-06-01",
                &[(B, open), (T, open), (LT, open), (Lta, open), (RENEWED, Good), (Renewed("2029-03-01"), open)],
            ),
        ];
        check(Policy::standard(), true, &cases);
    }
}

#[test]
fn an_algorithm_ends() {
    let mut policy = Policy::default();
    let small = policy.key.iter_mut().find(|rule| rule.name == "ECDSA").unwrap();
    small.until = Some(jiff::civil::date(2028, 1, 1));
    let large = crate::policy::KeyRule { name: "ECDSA".into(), bits: 384, until: None };
    policy.key.push(large);
    let ended = Open(CryptoConstraintsFailureNoPoe);
    let cases: [Case<'_>; 2] = [
        (&[], "2027-12-31", &[(B, Good), (T, Good), (LT, Good), (Lta, Good), (RENEWED, Good)]),
        (
            &[],
            "2028-01-01",
            &[(B, ended), (T, ended), (LT, ended), (Lta, ended), (RENEWED, Good), (Renewed("2027-12-31"), Good)],
        ),
    ];
    check(&policy, true, &cases);
    let cases: [Case<'_>; 1] = [(&[], "2028-06-01", &[(Renewed("2028-02-01"), ended), (RENEWED, Good)])];
    check(&policy, true, &cases);

    let mut policy = Policy::default();
    policy.digest.iter_mut().find(|rule| rule.name == "SHA-256").unwrap().until = Some(jiff::civil::date(2028, 1, 1));
    let cases: [Case<'_>; 1] = [(&[], "2028-01-01", &[(B, ended), (T, ended), (Lta, ended)])];
    check(&policy, true, &cases);
}

#[test]
fn nothing_holds_before_it_was_made() {
    for (format, told) in combinations() {
        for kept in [T, LT, Lta] {
            let file = WORLD.make(format, kept, told, &[]);
            let report = judged(&file, &WORLD.offline("2026-05-31T12:00:00Z"));
            assert_ne!(Verdict::of(&report), Good, "{format:?} {told:?} {kept:?}");
        }
        let file = WORLD.make(format, Lta, told, &[]);
        let report = judged(&file, &WORLD.offline("2023-06-01T12:00:00Z"));
        assert_eq!(Verdict::of(&report), Verdict::Bad(NotYetValid), "{format:?} {told:?}");
        assert!(report.best_time.is_none_or(|time| time <= at("2023-06-01T12:00:00Z")));
    }
}
