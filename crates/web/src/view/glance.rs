//! Whose micro-credential it is, what it is and who awarded it: what stands right below the verdict.

use signet_lang::Locale;
use signet_verify::VerdictKind;

use super::{CredentialView, KeyRole};

/// The first things a reader asks.
#[derive(Clone, Debug)]
pub struct Glance {
    /// That only the file says so, where nobody vouches for what it says.
    pub lead: Option<String>,
    /// Whose.
    pub holder: Option<String>,
    /// Born when, where that is shown.
    pub born: Option<String>,
    /// What.
    pub title: String,
    /// By whom, when and how much.
    pub facts: Vec<String>,
}

impl Glance {
    /// Of a credential under a verdict.
    pub fn of(c: &CredentialView, kind: VerdictKind, l: Locale) -> Glance {
        let vouched = match kind {
            VerdictKind::Valid | VerdictKind::Revoked | VerdictKind::Suspended | VerdictKind::Superseded => true,
            VerdictKind::Invalid | VerdictKind::Unknown | VerdictKind::Unsealed | VerdictKind::Test => false,
        };
        let facts = [KeyRole::AwardingBody, KeyRole::Issued, KeyRole::Workload].map(|role| c.key_of(role));
        let holder = c.key_of(KeyRole::Holder);
        Glance {
            lead: (!vouched).then(|| l.web_report_file_says()),
            holder: holder.map(|holder| holder.value.clone()),
            born: holder.and_then(|holder| holder.note.clone()),
            title: c.title.clone(),
            facts: facts.into_iter().flatten().map(|fact| fact.value.clone()).collect(),
        }
    }
}
