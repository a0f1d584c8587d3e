//! Revocations of several credentials: proposed, decided about once, by another where two are needed, and ended by themselves.

use signet_registry::Agent;
use signet_store::{NewRevocations, RevocationId, RevocationState, Tenant};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, by, credential, found, holder, keep, propose_for};

on_both_engines![a_proposal_is_decided_about_once_and_by_another, a_proposal_ends_by_itself];

async fn proposal(tenant: &Tenant, n: u8) -> RevocationId {
    for n in 1..=2_u8 {
        keep(tenant, &holder(&format!("p{n}"), Some("Jana"), Some("Nováková"))).await;
        propose_for(tenant, n, &format!("p{n}"), 0, None).await;
    }
    let id = RevocationId::from_random([n; 16]);
    let credentials = [credential(1), credential(2), credential(1)];
    let (by, ends) = (by(), at(100));
    let new = NewRevocations { id, by: &by, person: None, revoked: "{}", credentials: &credentials, ends };
    tenant.put_revocations(&new, at(5)).await.unwrap();
    id
}

async fn a_proposal_is_decided_about_once_and_by_another(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = proposal(&tenant, 1).await;
    let other = found(&opened.store, "brno").await;
    assert!(other.revocations(&id).await.unwrap().is_none(), "institutions are walls");
    assert_eq!(tenant.waiting_revocations(at(6)).await.unwrap().len(), 1);
    let decide = |state, by: Agent, alone| {
        let tenant = tenant.clone();
        async move { tenant.decide_revocations(&id, state, &by, alone, at(7)).await.unwrap() }
    };
    assert!(!decide(RevocationState::Confirmed, by(), false).await, "nobody agrees with themselves");
    let second = Agent::new("registrar:two").unwrap();
    assert!(decide(RevocationState::Confirmed, second.clone(), false).await);
    assert!(!decide(RevocationState::Declined, second.clone(), false).await, "decided already");
    let kept = tenant.revocations(&id).await.unwrap().unwrap();
    assert_eq!((kept.state, kept.decided, kept.many), (RevocationState::Confirmed, Some((second, at(7))), 3));
    assert_eq!(tenant.waiting_revocations(at(8)).await.unwrap(), []);
    tenant.revocation_done(&id, &credential(2), "revoked").await.unwrap();
    let items = tenant.revocation_items(&id).await.unwrap();
    let mut expected = vec![(credential(1), None), (credential(2), Some(String::from("revoked")))];
    expected.sort_by_key(|(id, _)| id.to_string());
    assert_eq!(items, expected);
}

async fn a_proposal_ends_by_itself(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = proposal(&tenant, 1).await;
    assert_eq!(tenant.waiting_revocations(at(100)).await.unwrap(), []);
    let second = Agent::new("registrar:two").unwrap();
    assert!(!tenant.decide_revocations(&id, RevocationState::Confirmed, &second, false, at(100)).await.unwrap());
    assert!(tenant.decide_revocations(&id, RevocationState::Confirmed, &by(), true, at(99)).await.unwrap());
}
