//! Results from files whose columns do not say what they are, and from workbooks.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use signet_lang::args;

use crate::{
    browser::Browser,
    stage::{Stage, english},
};

async fn upload(registrar: &mut Browser, name: &str, file: &[u8]) -> String {
    let token = registrar.get("/en/staff/results").await.expect(200).token();
    let fields = [("token", token.as_str()), ("unit", "ukazka")];
    let answer = registrar.upload("/en/staff/check", &fields, "sheet", name, file).await;
    answer.expect(303).header("location").to_owned()
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Výsledky").unwrap();
    let day = Format::new().set_num_format("d. m. yyyy");
    for (column, heading) in (0..).zip(["UČO studenta", "Kdo", "Kdy", "Známka z testu", "Dne", "Poznámka"]) {
        sheet.write(0, column, heading).unwrap();
    }
    sheet.write(1, 0, 1001).unwrap();
    sheet.write(1, 1, "Příkladná").unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(1996, 2, 29).unwrap(), &day).unwrap();
    sheet.write(1, 3, "B").unwrap();
    sheet.write_with_format(1, 4, ExcelDateTime::from_ymd(2026, 6, 12).unwrap(), &day).unwrap();
    sheet.write(1, 5, "=cmd|' /C calc'!A0").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_of_a_workbook_are_matched_once_and_remembered_for_the_unit() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let columns = upload(&mut registrar, "vysledky.xlsx", &workbook()).await;
    assert!(columns.ends_with("/columns"), "{columns}");
    let page = registrar.get(&columns).await.expect(200);
    assert!(page.has(&l.web_staff_columns_needed()) && page.has("UČO studenta") && page.has("1996-02-29"));
    let token = page.token();
    let chosen = |grade| {
        vec![
            ("token", token.as_str()),
            ("column-0", "person"),
            ("column-1", "family_name"),
            ("column-2", "born"),
            ("column-3", grade),
            ("column-4", "result_date"),
            ("column-5", ""),
        ]
    };
    let missing = registrar.post(&columns, &chosen("")).await.expect(422);
    assert!(missing.has(&l.web_staff_columns_missing()));
    assert!(missing.text().contains("<li><a href=\"#column-3\">"), "to the column that stands for nothing yet");
    assert!(missing.text().contains("id=\"column-3-wrong\"") && missing.text().contains("aria-invalid=\"true\""));
    assert!(missing.text().contains("value=\"person\" selected"), "what was chosen is still there");
    let doubled = registrar.post(&columns, &chosen("born")).await.expect(422);
    assert!(doubled.has(&l.web_staff_columns_doubled("Date of birth")));
    assert!(doubled.text().contains("href=\"#column-2\"") && doubled.text().contains("href=\"#column-3\""));
    registrar.post(&columns, &[("token", "no")]).await.expect(403);
    let answer = registrar.post(&columns, &chosen("grade")).await.expect(303);
    let batch = answer.header("location").to_owned();
    let check = registrar.get(&batch).await.expect(200);
    assert!(check.has(&l.web_staff_check_issue(1)) && check.has(&l.web_staff_sheet_workbook("Výsledky")));

    // The next file of the unit is read as this one.
    let again = upload(&mut registrar, "dalsi.xlsx", &workbook()).await;
    let check = registrar.get(&again).await.expect(200);
    assert!(check.has(&l.web_staff_check_issue(1)));
    registrar.post(&format!("{again}/issue"), &[("token", &check.token())]).await.expect(303);
    stage.seal_all().await;
    let done = registrar.get(&again).await.expect(200);
    assert!(done.has(&l.web_staff_batch_finished(args::WebStaffBatchFinished { done: 1, total: 1 })));
    registrar.get(&format!("{again}/columns")).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn st7_a_workbook_that_cannot_be_read_is_told_in_words() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    let token = registrar.get("/en/staff/results").await.expect(200).token();
    let fields = [("token", token.as_str()), ("unit", "ukazka")];
    let broken = b"PK\x03\x04 and nothing more";
    let answer = registrar.upload("/en/staff/check", &fields, "sheet", "x.xlsx", broken).await.expect(422);
    assert!(answer.has("cannot be read as a workbook"));
    assert!(
        stage.tenant().batches(signet_store::UnitsWithin::WHOLE, None, 10).await.unwrap().rows.is_empty(),
        "nothing of it is kept"
    );
}
