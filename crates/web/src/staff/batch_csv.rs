//! `GET /staff/batches/{batch}/results.csv`: what became of each row of a batch.

use axum::{
    extract::{Path, State},
    response::Response,
};
use signet_access::{Action, Denial, SecurityEvent, SecurityEventKind};
use signet_lang::Locale;
use signet_record::CsvTable;
use signet_store::{Search, Seek, StoredCredential};

use crate::{
    csv_file,
    page_error::PageError,
    request_context::{RequestContext, Staff},
    site::AppState,
    staff::{batch, sheet},
};

/// Credentials that are read at once.
const TOGETHER: u32 = 500;

/// The file. Who takes it is written down, as a search is.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let l = context.l;
    let Staff { tenant, permit, .. } = context.staff(&site, Action::SearchRegister)?;
    let batch = batch::find(&tenant, &id).await?;
    if !permit.scope().holds(Some(&tenant.unit_place(&batch.unit).await?)) {
        return Err(PageError::Denied(Action::SearchRegister, Denial::Scope));
    }
    let event = SecurityEvent::used(SecurityEventKind::RegisterSearched, &permit).about(batch.id);
    site.issuer.record_security_event(&event).await?;
    let mut file = CsvTable::new(&[
        l.web_staff_check_line(),
        l.web_staff_batch_csv_person(),
        l.web_staff_find_holder(),
        l.web_staff_batch_csv_run(),
        l.web_share_state(),
        l.web_staff_batch_csv_credential(),
        l.web_staff_batch_note(),
    ]);
    let (search, mut seek) = (Search::Batch(batch.id), Seek::First);
    loop {
        // A permit is for one act, and each page is one.
        let permit = context.staff(&site, Action::SearchRegister)?.permit;
        let page = site.issuer.search(&tenant, &search, &seek, TOGETHER, permit).await?;
        page.rows.iter().for_each(|credential| issued(&mut file, credential, l));
        match page.next {
            Some(next) => seek = Seek::After(next),
            None => break,
        }
    }
    for complaint in batch::left_out(&batch) {
        let (line, left_out) = (complaint.line.to_string(), l.web_staff_batch_csv_left_out());
        let why = match complaint.field.as_str() {
            "" => sheet::sentence(&complaint, l).to_owned(),
            field => format!("{field}: {}", sheet::sentence(&complaint, l)),
        };
        file.row([line.as_str(), "", "", "", left_out.as_str(), "", why.as_str()]);
    }
    Ok(csv_file::answer(file, &format!("batch-{}", batch.id)))
}

fn issued(file: &mut CsvTable, credential: &StoredCredential, l: Locale) {
    let note = credential.trouble.as_deref().map_or_else(String::new, |code| batch::trouble(code, l));
    let (name, state, id) =
        (credential.holder.full_name(), batch::row_tag(credential, l).word, credential.id.to_string());
    let key = &credential.key;
    file.row(["", key.person.as_str(), name.as_str(), key.run.as_str(), state.as_str(), id.as_str(), note.as_str()]);
}
