//! One-time links of whoever runs the machine, beside login providers.

use signet_record::InstitutionId;

use super::provider::{LoginProvider, ProviderKind, ProviderName};
use crate::actor::Role;

/// What a one-time link is to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStanding<'p> {
    /// The way in: no provider gives them their role.
    WayIn,
    /// The way in past this provider, for when it does not answer.
    Emergency(&'p ProviderName),
    /// Nothing: this provider recognises them, and takes away what they may do.
    Replaced(&'p ProviderName),
}

impl<'p> LinkStanding<'p> {
    /// What links are to whoever has a role in an institution. Whoever is answerable for the seal keeps them for an emergency; so does the operator, who is
    /// of no institution and whom any provider may know.
    pub fn of(
        role: Role,
        institution: Option<&InstitutionId>,
        providers: impl IntoIterator<Item = &'p LoginProvider>,
    ) -> LinkStanding<'p> {
        if !role.is_staff() {
            return LinkStanding::WayIn;
        }
        let of_institution = |institution| ProviderKind::University(InstitutionId::clone(institution));
        let knows = |provider: &&LoginProvider| institution.is_none_or(|own| provider.kind == of_institution(own));
        let Some(provider) = providers.into_iter().find(knows) else { return LinkStanding::WayIn };
        match role {
            Role::Operator | Role::SealCustodian => LinkStanding::Emergency(&provider.name),
            _ => LinkStanding::Replaced(&provider.name),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::assurance::AssuranceLevel;

    fn provider(name: &str, kind: ProviderKind) -> LoginProvider {
        LoginProvider {
            name: name.parse().unwrap(),
            kind,
            issuer: "https://login.lhota.example".into(),
            client_id: "signet".into(),
            levels: Vec::new(),
            always: None,
            least: AssuranceLevel::Single,
            roles: Vec::new(),
            person: None,
            home: None,
        }
    }

    #[test]
    fn links_are_for_an_emergency_or_nothing_where_a_provider_recognises_staff() {
        let (lhota, jinde) = (InstitutionId::new("lhota").unwrap(), InstitutionId::new("jinde").unwrap());
        let providers =
            [provider("stat", ProviderKind::National), provider("lhota", ProviderKind::University(lhota.clone()))];
        let (national, name) = ("stat".parse().unwrap(), "lhota".parse().unwrap());
        for role in Role::ALL {
            let of = |at| LinkStanding::of(role, role.is_institutional().then_some(at), &providers);
            let (here, elsewhere) = match role {
                Role::Holder | Role::Verifier => (LinkStanding::WayIn, LinkStanding::WayIn),
                Role::Operator => (LinkStanding::Emergency(&national), LinkStanding::Emergency(&national)),
                Role::SealCustodian => (LinkStanding::Emergency(&name), LinkStanding::WayIn),
                _ => (LinkStanding::Replaced(&name), LinkStanding::WayIn),
            };
            assert_eq!(of(&lhota), here, "{role:?}");
            assert_eq!(of(&jinde), elsewhere, "{role:?}: another institution's provider");
            assert_eq!(LinkStanding::of(role, role.is_institutional().then_some(&lhota), []), LinkStanding::WayIn);
        }
    }
}
