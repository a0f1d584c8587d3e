//! The audit: who did what, as far as each role may read it; taken as files that programs and spreadsheets read, and held against itself by another program.

use std::io::Write;
use std::process::{Command, Stdio};

use signet_access::{Role, RoleScope};
use signet_issue::NewGrant;
use signet_lang::args::{self, AuditedSecurity};
use signet_record::Line;

use crate::{
    browser::{Answer, Browser},
    holder::only_credential,
    staff::second_version,
    stage::{Stage, agent, english, operator_permit},
};

const AUDIT: &str = "/en/staff/audit";

/// One credential, corrected by nobody and revoked by the registrar; a unit that three people agreed on.
async fn stage() -> (Stage, String) {
    let stage = Stage::with_one_credential().await;
    second_version(&stage).await;
    let id = only_credential(&stage).await;
    let mut registrar = stage.registrar().await;
    let revoke = format!("/en/staff/credentials/{id}/revoke");
    let token = registrar.get(&revoke).await.expect(200).token();
    let form = [("token", token.as_str()), ("reason", "issued-in-error"), ("date", "2026-06-30"), ("confirmed", "yes")];
    registrar.post(&revoke, &form).await.expect(303);
    (stage, id)
}

async fn ask(browser: &mut Browser, address: &str, fields: &[(&str, &str)]) -> Answer {
    let token = browser.get(AUDIT).await.expect(200).token();
    browser.post(address, &[&[("token", token.as_str())], fields].concat()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_tells_who_did_what_and_is_narrowed() {
    let (stage, id) = stage().await;
    let l = english();
    let mut auditor = stage.staff(Role::Auditor, "auditor", "Z-6").await;
    let all = auditor.get(AUDIT).await.expect(200);
    let revoked = l.web_staff_audit_credential(l.web_staff_credential_event_revoked());
    let (approved, reason) = ("Version 2 approved", l.web_staff_revoke_reason_issued_in_error());
    assert!(all.text().replace('\u{a0}', " ").contains(approved));
    assert!(all.has(&revoked) && all.has(&reason) && all.text().contains(&id) && all.has("Name of dvorakova"));
    assert!(all.has(&l.web_account_role_quality_office()) && all.has(&l.web_staff_audit_chain_holds()));
    assert!(!all.text().contains("Příkladná"), "no holder is named");

    let of = async |browser: &mut Browser, field, value| ask(browser, AUDIT, &[(field, value)]).await.expect(200);
    let by_kind = of(&mut auditor, "kind", "credential.revoked").await;
    assert!(by_kind.has(&revoked) && !by_kind.text().replace('\u{a0}', " ").contains(approved));
    for who in ["dvorakova", "Z-1"] {
        let by_account = of(&mut auditor, "who", who).await;
        assert!(by_account.has(&revoked) && !by_account.has("z-9"), "{who}");
    }
    let of_unit = of(&mut auditor, "object", "ukazka").await;
    assert!(of_unit.has(&revoked), "a credential of the unit");
    assert!(of(&mut auditor, "object", &id).await.has(&revoked));
    assert!(of(&mut auditor, "from", "2026-07-02").await.has(&l.web_staff_audit_none()));
    assert!(of(&mut auditor, "to", "2026-06-30").await.has(&l.web_staff_audit_none()));
    assert!(of(&mut auditor, "to", "2026-07-01").await.has(&revoked));
    for (field, value) in [("who", "nobody"), ("kind", "x"), ("object", "!"), ("from", "x"), ("to", "x")] {
        let wrong = ask(&mut auditor, AUDIT, &[(field, value)]).await.expect(422);
        assert!(wrong.text().contains(&format!("href=\"#{field}\"")), "{field}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_for_no_holders_is_told_nothing_of_them() {
    let (stage, id) = stage().await;
    let mut admin = stage.staff(Role::InstitutionAdmin, "spravcova", "Z-5").await;
    let page = admin.get(AUDIT).await.expect(200);
    assert!(page.text().contains(&id) && !page.text().contains(&format!("/staff/credentials/{id}")));
    assert!(!page.has(&english().web_staff_revoke_reason_issued_in_error()));
    let log = ask(&mut admin, "/en/staff/audit/log.jsonl", &[]).await.expect(200).text();
    assert!(!log.contains("issued-in-error") && log.lines().count() > 5);
}

/// Signing in, out and past a provider, as those read it who look after accounts; never what holders do.
#[tokio::test(flavor = "multi_thread")]
async fn how_staff_get_in_is_read_by_those_who_look_after_accounts() {
    let stage = Stage::with_one_credential().await;
    let l = english();
    let custodian = stage.employ(Role::SealCustodian, "peceti", "Z-4").await;
    let reason = Line::new("The university’s sign-in is away").unwrap();
    stage.login_link(custodian.in_emergency(reason.clone())).await;
    stage.holder().await.get("/en/holder").await.expect(200);
    let mut admin = stage.staff(Role::InstitutionAdmin, "spravcova", "Z-5").await;
    let word = |kind| l.web_staff_audit_security(kind);
    let (made, login) = (word(AuditedSecurity::EmergencyLink), word(AuditedSecurity::Login));
    let name = "Name of peceti";
    let link = l.web_staff_audit_link_for(args::WebStaffAuditLinkFor { name, what: made.clone() });
    let page = admin.get(AUDIT).await.expect(200);
    assert!(page.has(&link) && page.has(reason.as_str()) && page.has("Name of spravcova"), "who, for whom, why");
    assert!(page.has(&l.web_staff_audit_sign_ins(400_u64)) && !page.text().contains("holder:"), "no holder");
    let logins = ask(&mut admin, AUDIT, &[("kind", "security.login")]).await.expect(200).between("<table", "</table>");
    assert!(logins.contains(&login) && !logins.contains("/staff/roles"), "it is about no role");
    let only = ask(&mut admin, AUDIT, &[("kind", "security.emergency-link-made")]).await.expect(200);
    assert!(only.has(&link) && !only.between("<table", "</table>").contains(&login));
    let csv = ask(&mut admin, "/en/staff/audit/audit.csv", &[("kind", "security.emergency-link-made")]).await;
    assert!(csv.expect(200).text().contains(&link));
    let lines = ask(&mut admin, "/en/staff/audit/audit.jsonl", &[("who", "spravcova")]).await.expect(200).text();
    let line: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!((&line["kind"], &line["account"]), (&"security.login".into(), &"spravcova".into()));

    let mut registrar = stage.registrar().await;
    let page = registrar.get(AUDIT).await.expect(200);
    assert!(!page.text().contains("security.") && !page.has(&link), "colleagues are not watched by colleagues");
    let asked = ask(&mut registrar, AUDIT, &[("kind", "security.login")]).await.expect(200);
    assert!(asked.has(&l.web_staff_audit_none()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guarantor_reads_of_their_own_units_alone() {
    let (stage, id) = stage().await;
    let mut own = stage.staff(Role::Guarantor, "vzorna", "Z-8").await;
    let page = own.get(AUDIT).await.expect(200);
    assert!(page.text().contains(&id) && page.has(&english().web_staff_audit_lead_own()));
    assert!(!page.has(&english().web_account_role_institution_admin()), "no roles");
    ask(&mut own, "/en/staff/audit/log.jsonl", &[]).await.expect(404);
    let mut other = stage.staff(Role::Guarantor, "cizi", "Z-2").await;
    let page = other.get(AUDIT).await.expect(200);
    assert!(!page.text().contains(&id) && page.has(&english().web_staff_audit_none()));
    let asked = ask(&mut other, AUDIT, &[("object", "ukazka")]).await.expect(200);
    assert!(!asked.text().contains(&id));
    ask(&mut other, "/en/staff/audit/audit.csv", &[]).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn st8_and_st14_files_hold_no_formula_and_a_second_program_holds_the_log_against_itself() {
    let (stage, id) = stage().await;
    // Somebody whose name a spreadsheet would calculate.
    let (role, institution) = (Role::Registrar, Some(stage.institution.clone()));
    let grant = NewGrant {
        scope: RoleScope::Whole,
        role,
        institution,
        person: Some("Z-4".parse().unwrap()),
        ends: None,
        reason: "+1".into(),
    };
    let account = agent("-1");
    stage.issuer.grant_role(&account, Some("=cmd|' /C calc'!A0"), grant, operator_permit()).await.unwrap();
    let mut auditor = stage.staff(Role::Auditor, "auditor", "Z-6").await;
    let csv = ask(&mut auditor, "/en/staff/audit/audit.csv", &[]).await.expect(200);
    assert!(csv.header("content-disposition").contains("audit.csv"));
    let text = csv.text();
    assert!(text.contains(&id) && text.contains(";'+1\n"), "{text}");
    for cell in text.trim_start_matches('\u{feff}').split([';', '\n']).map(|cell| cell.trim_matches('"')) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    let lines = ask(&mut auditor, "/en/staff/audit/audit.jsonl", &[("kind", "credential.revoked")]).await.expect(200);
    let line: serde_json::Value = serde_json::from_str(lines.text().trim()).unwrap();
    assert_eq!((&line["account"], &line["object"]), (&"dvorakova".into(), &id.as_str().into()));

    let log = ask(&mut auditor, "/en/staff/audit/log.jsonl", &[]).await.expect(200).bytes;
    let head = stage.issuer.store().public().log_heads(&stage.institution).await.unwrap().institution;
    let institution = stage.institution.as_str();
    match verified(institution, &log) {
        None => println!("skipped: no python3"),
        Some(told) => {
            assert_eq!(told, Some(format!("{} {}", head.length, head.hash)));
            let text = String::from_utf8(log).unwrap();
            assert!(text.contains("issued-in-error"), "an auditor reads ledgers");
            let forged = text.replacen("issued-in-error", "holder-request-", 1);
            assert_eq!(verified(institution, forged.as_bytes()), Some(None));
            let shortened: String = text.lines().skip(1).map(|line| format!("{line}\n")).collect();
            assert_eq!(verified(institution, shortened.as_bytes()), Some(None));
        }
    }
}

/// How many entries there are does not matter: each piece is some hundreds of them, and the next is read when this one was taken.
#[tokio::test(flavor = "multi_thread")]
async fn st14_an_audit_is_sent_while_it_is_read() {
    const GRANTS: usize = 2_100;
    let stage = Stage::open().await;
    for n in 0..GRANTS {
        let (role, institution) = (Role::Assessor, Some(stage.institution.clone()));
        let grant = NewGrant {
            scope: RoleScope::Whole,
            role,
            institution,
            person: None,
            ends: None,
            reason: format!("reason {n}"),
        };
        stage.issuer.grant_role(&agent("zkousejici"), None, grant, operator_permit()).await.unwrap();
    }
    let mut auditor = stage.staff(Role::Auditor, "auditor", "Z-6").await;
    let token = auditor.get(AUDIT).await.expect(200).token();
    for (address, head) in [("/en/staff/audit/audit.csv", 1), ("/en/staff/audit/audit.jsonl", 0)] {
        let pieces = auditor.post_for_pieces(address, &[("token", &token)]).await;
        let lines = pieces.iter().flatten().filter(|byte| **byte == b'\n').count();
        assert!(lines >= GRANTS + head, "{address}: {lines}");
        let longest = pieces.iter().map(Vec::len).max().unwrap();
        let whole: usize = pieces.iter().map(Vec::len).sum();
        assert!(
            pieces.len() > GRANTS / 500 && longest * 3 < whole,
            "{address}: {} pieces, {longest} of {whole}",
            pieces.len()
        );
    }
}

/// What the second program says of a log; `None` inside when it does not hold, outside where there is no such program.
#[allow(clippy::option_option)]
fn verified(institution: &str, log: &[u8]) -> Option<Option<String>> {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/verify_log.py");
    let started = Command::new("python3")
        .args([program, institution])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut running = started.ok()?;
    // A program that found a fault reads no further.
    let _ = running.stdin.take()?.write_all(log);
    let ended = running.wait_with_output().ok()?;
    let told = String::from_utf8(ended.stdout).ok()?.trim().to_owned();
    Some(ended.status.success().then_some(told))
}
