//! What follows from a provider's word: who somebody is in its institution, and in which roles.

use std::collections::BTreeSet;

use signet_record::{InstitutionId, PersonId};

use super::provider::{LoginProvider, ProviderKind};
use super::rules::{ClaimedRole, HomeRule, ReleasedClaims, RoleRule};

/// Who somebody is in one institution by its provider's word, and in which roles of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedPlace {
    /// The institution.
    pub institution: InstitutionId,
    /// Who they are in its records.
    pub person: Option<PersonId>,
    /// What they may act as. There is no role that follows from nothing.
    pub roles: BTreeSet<ClaimedRole>,
}

impl LoginProvider {
    /// The claims that its rules look at: those that userinfo is asked for when the ID token lacks them.
    pub fn claims_needed(&self) -> BTreeSet<&str> {
        let roles = self.roles.iter().map(RoleRule::claim);
        let person = self.person.iter().map(|rule| rule.claim.as_str());
        let home = self.home.iter().map(|rule| rule.claim.as_str());
        let named = match self.kind {
            // By these somebody may ask an institution whether its records are about them.
            ProviderKind::National => ["given_name", "family_name", "birthdate"].as_slice(),
            ProviderKind::University(_) => &[],
        };
        roles.chain(person).chain(home).chain(named.iter().copied()).filter(|claim| *claim != "sub").collect()
    }

    /// What follows from claims: nothing for a national identity, and nothing where another home organisation is named, whatever else
    /// is claimed.
    pub fn claimed_place(&self, subject: &str, claims: &ReleasedClaims) -> Option<ClaimedPlace> {
        let ProviderKind::University(institution) = &self.kind else { return None };
        let at_home = |home: &HomeRule| claims.values(&home.claim).iter().any(|value| home.any.contains(value));
        if !self.home.as_ref().is_none_or(at_home) {
            return None;
        }
        let roles = joined(self.roles.iter().filter_map(|rule| rule.role(claims)));
        let person = self.person.as_ref().and_then(|rule| rule.person(subject, claims));
        Some(ClaimedPlace { institution: institution.clone(), person, roles })
    }
}

/// Several rules may give one role, each for a faculty or for units of its own: that is one role for all of these.
fn joined(claimed: impl Iterator<Item = ClaimedRole>) -> BTreeSet<ClaimedRole> {
    let mut roles: Vec<ClaimedRole> = Vec::new();
    for ClaimedRole { role, mut scope } in claimed {
        // A role for everything takes in what was given of both kinds.
        roles.retain(|known| match known.scope.joined(&scope) {
            Some(both) if known.role == role => {
                scope = both;
                false
            }
            _ => true,
        });
        roles.push(ClaimedRole { role, scope });
    }
    roles.into_iter().collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::Line;

    use super::*;
    use crate::actor::Role;
    use crate::assurance::AssuranceLevel;
    use crate::login::rules::{PersonRule, RoleRuleError};
    use crate::scope::RoleScope;

    const REGISTRAR: &str = "urn:geant:lhota.example:group:mikrocertifikaty:role=registrar#idm.lhota.example";

    fn provider() -> LoginProvider {
        let rule = |equals: &str, role| RoleRule::new("eduperson_entitlement", equals, role).unwrap();
        LoginProvider {
            name: "lhota".parse().unwrap(),
            kind: ProviderKind::University("lhota".parse().unwrap()),
            issuer: "https://login.lhota.example".into(),
            client_id: "signet".into(),
            levels: Vec::new(),
            always: None,
            least: AssuranceLevel::Single,
            roles: vec![rule(REGISTRAR, Role::Registrar), rule("urn:lhota:garant", Role::Guarantor)],
            person: Some(PersonRule { claim: "sub".into(), cut: "@lhota.example".into() }),
            home: Some(HomeRule { claim: "schac_home_organization".into(), any: vec!["lhota.example".into()] }),
        }
    }

    fn claims(home: &str, entitlements: &[&str]) -> ReleasedClaims {
        let mut claims = ReleasedClaims::default();
        claims.put("schac_home_organization", vec![home.to_owned()]);
        claims.put("eduperson_entitlement", entitlements.iter().map(|it| (*it).to_owned()).collect());
        claims
    }

    fn roles(claims: &ReleasedClaims) -> Vec<Role> {
        let place = provider().claimed_place("248813@lhota.example", claims);
        place.map_or_else(Vec::new, |place| place.roles.into_iter().map(|one| one.role).collect())
    }

    #[test]
    fn a_role_follows_from_the_whole_string_and_from_nothing_like_it() {
        assert_eq!(roles(&claims("lhota.example", &["x", REGISTRAR])), [Role::Registrar]);
        assert_eq!(
            roles(&claims("lhota.example", &["urn:lhota:garant", REGISTRAR])),
            [Role::Guarantor, Role::Registrar]
        );
        for other in [
            REGISTRAR.to_uppercase(),
            REGISTRAR.replace("idm.lhota.example", "idm.other.example"),
            REGISTRAR.replace(':', "%3A"),
            format!("{REGISTRAR} "),
            format!("{REGISTRAR}x"),
            REGISTRAR.replace("#idm.lhota.example", ""),
            String::new(),
        ] {
            assert!(roles(&claims("lhota.example", &[&other])).is_empty(), "{other}");
        }
        assert!(roles(&claims("lhota.example", &[])).is_empty(), "no rule, no role");
    }

    #[test]
    fn li5_a_foreign_home_organisation_gives_no_role_and_no_person() {
        for home in ["other.example", "LHOTA.example", "lhota.example.other", ""] {
            assert_eq!(provider().claimed_place("1@lhota.example", &claims(home, &[REGISTRAR])), None, "{home}");
        }
        let mut unsaid = ReleasedClaims::default();
        unsaid.put("eduperson_entitlement", vec![REGISTRAR.into()]);
        assert_eq!(provider().claimed_place("1@lhota.example", &unsaid), None);
        let alone = LoginProvider { home: None, ..provider() };
        let whole = ClaimedRole { role: Role::Registrar, scope: RoleScope::Whole };
        assert_eq!(alone.claimed_place("1@lhota.example", &unsaid).unwrap().roles, [whole].into());
    }

    #[test]
    fn the_person_is_what_stands_before_the_suffix_that_must_be_there() {
        let person = |subject: &str| provider().claimed_place(subject, &claims("lhota.example", &[])).unwrap().person;
        assert_eq!(person("248813@lhota.example"), Some("248813".parse().unwrap()));
        for wrong in ["248813", "248813@other.example", "@lhota.example", "a b@lhota.example", "1@LHOTA.EXAMPLE"] {
            assert_eq!(person(wrong), None, "{wrong}");
        }
        let by_claim =
            LoginProvider { person: Some(PersonRule { claim: "uid".into(), cut: String::new() }), ..provider() };
        let mut two = claims("lhota.example", &[]);
        two.put("uid", vec!["1".into(), "2".into()]);
        assert_eq!(by_claim.claimed_place("x", &two).unwrap().person, None, "of two values none is the one");
    }

    #[test]
    fn a_national_identity_gives_no_role() {
        let national = LoginProvider { kind: ProviderKind::National, ..provider() };
        assert_eq!(national.claimed_place("1@lhota.example", &claims("lhota.example", &[REGISTRAR])), None);
    }

    #[test]
    fn rules_give_roles_of_staff_in_one_institution_alone() {
        for role in [Role::Operator, Role::Holder, Role::Verifier, Role::SystemClient] {
            assert_eq!(RoleRule::new("a", "b", role), Err(RoleRuleError::Role(role)));
        }
    }

    #[test]
    fn rules_give_one_role_for_several_faculties_and_the_whole_takes_them_in() {
        let faculties =
            |names: &[&str]| RoleScope::Faculties(names.iter().map(|name| Line::new(name).unwrap()).collect());
        let units = |ids: &[&str]| RoleScope::Units(ids.iter().map(|id| id.parse().unwrap()).collect());
        let rule = |equals: &str, scope: RoleScope| {
            RoleRule::new("eduperson_entitlement", equals, Role::Registrar).unwrap().narrowed(scope).unwrap()
        };
        let rules = vec![
            rule("law", faculties(&["Právnická fakulta"])),
            rule("arts", faculties(&["Filozofická fakulta"])),
            rule("one", units(&["uvod"])),
            rule("all", RoleScope::Whole),
        ];
        let provider = LoginProvider { roles: rules, ..provider() };
        let scopes = |entitlements: &[&str]| {
            let place = provider.claimed_place("1@lhota.example", &claims("lhota.example", entitlements)).unwrap();
            place.roles.into_iter().map(|one| one.scope).collect::<Vec<_>>()
        };
        assert_eq!(scopes(&["law"]), [faculties(&["Právnická fakulta"])]);
        assert_eq!(scopes(&["law", "arts"]), [faculties(&["Filozofická fakulta", "Právnická fakulta"])]);
        assert_eq!(
            scopes(&["one", "arts"]),
            [faculties(&["Filozofická fakulta"]), units(&["uvod"])],
            "two to choose from"
        );
        assert_eq!(scopes(&["law", "one", "all"]), [RoleScope::Whole]);
    }

    #[test]
    fn roles_of_the_whole_institution_cannot_be_narrowed() {
        let narrow = || RoleScope::Units(["uvod".parse().unwrap()].into());
        for role in Role::of_institution() {
            let rule = RoleRule::new("a", "b", role).unwrap().narrowed(narrow());
            assert_eq!(rule.is_ok(), role.can_be_narrowed(), "{role:?}");
        }
        let nothing = RoleRule::new("a", "b", Role::Registrar).unwrap().narrowed(RoleScope::Units(BTreeSet::new()));
        assert_eq!(nothing, Err(RoleRuleError::Scope(Role::Registrar)));
    }
}
