//! What roles are called.

use signet_access::Role;
use signet_lang::Locale;

/// What people call a role.
pub fn role_word(role: Role, l: Locale) -> String {
    match role {
        Role::Assessor => l.web_account_role_assessor(),
        Role::Auditor => l.web_account_role_auditor(),
        Role::Company => l.web_account_role_company(),
        Role::Guarantor => l.web_account_role_guarantor(),
        Role::Holder => l.web_account_role_holder(),
        Role::InstitutionAdmin => l.web_account_role_institution_admin(),
        Role::Operator => l.web_account_role_operator(),
        Role::QualityOffice => l.web_account_role_quality_office(),
        Role::Registrar => l.web_account_role_registrar(),
        Role::SealCustodian => l.web_account_role_seal_custodian(),
        Role::SystemClient => l.web_account_role_system_client(),
        Role::Verifier => l.web_account_role_verifier(),
    }
}
