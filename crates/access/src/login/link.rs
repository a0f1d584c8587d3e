//! One-time links of whoever runs the machine, beside login providers.

use signet_record::InstitutionId;

use super::provider::{LoginProvider, ProviderKind, ProviderName};
use crate::actor::Role;

/// What a one-time link is to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStanding<'p> {
    /// The way in: no provider gives them their role.
    WayIn,
    /// Nothing: this provider recognises them, and takes away what they may do.
    Replaced(&'p ProviderName),
}

impl<'p> LinkStanding<'p> {
    /// What links are to whoever has a role in an institution. Whoever is answerable for the seal keeps them, for when no provider answers; so does the
    /// operator, who is of no institution.
    pub fn of(
        role: Role,
        institution: Option<&InstitutionId>,
        providers: impl IntoIterator<Item = &'p LoginProvider>,
    ) -> LinkStanding<'p> {
        let institution = institution.filter(|_| role.is_staff() && role != Role::SealCustodian);
        let Some(institution) = institution else { return LinkStanding::WayIn };
        let own = |provider: &&LoginProvider| provider.kind == ProviderKind::University(institution.clone());
        let own = providers.into_iter().find(own);
        own.map_or(LinkStanding::WayIn, |provider| LinkStanding::Replaced(&provider.name))
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
    fn links_are_nothing_to_whoever_acts_for_an_institution_with_a_provider() {
        let (lhota, jinde) = (InstitutionId::new("lhota").unwrap(), InstitutionId::new("jinde").unwrap());
        let providers =
            [provider("stat", ProviderKind::National), provider("lhota", ProviderKind::University(lhota.clone()))];
        let name = "lhota".parse().unwrap();
        for role in Role::ALL {
            let of = |at| LinkStanding::of(role, role.is_institutional().then_some(at), &providers);
            let keeps = matches!(role, Role::Holder | Role::Operator | Role::SealCustodian | Role::Verifier);
            let expected = if keeps { LinkStanding::WayIn } else { LinkStanding::Replaced(&name) };
            assert_eq!(of(&lhota), expected, "{role:?}");
            assert_eq!(of(&jinde), LinkStanding::WayIn, "{role:?}: another institution's provider");
        }
    }
}
