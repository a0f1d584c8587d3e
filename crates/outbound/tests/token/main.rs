//! Keys in SoftHSM2, a real PKCS#11 module: `SIGNET_TEST_PKCS11` names it, or Debian's package has it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod soft_token;

use std::time::Duration;

use signet_outbound::{Secret, Token, TokenError, TokenSettings, token::Slot};
use signet_seal::{Algorithm, PublicSeal};
use soft_token::{PIN, SoftToken, in_a_folder_of_its_own};

fn settings(soft: &SoftToken, label: &str) -> TokenSettings {
    TokenSettings {
        module: soft.module.clone(),
        slot: Slot::Label("seals".into()),
        key_label: Some(label.into()),
        key_id: None,
        pin: Secret::new(PIN),
        sessions_max: 2,
        time_max: Duration::from_secs(20),
    }
}

fn token(settings: TokenSettings, pem: &str, algorithm: Algorithm) -> Token {
    Token::new(settings, PublicSeal::from_pem(pem.as_bytes(), Some(algorithm)).unwrap())
}

#[test]
fn each_algorithm_is_signed_by_the_token() {
    let Some(soft) = in_a_folder_of_its_own("each_algorithm_is_signed_by_the_token") else { return };
    let (curve, wide, rsa) = (soft.import("curve", "01"), soft.import("wide", "02"), soft.import("rsa", "03"));
    let keys = [
        (&curve, "curve", Algorithm::Es256, 64),
        (&wide, "wide", Algorithm::Es384, 96),
        (&rsa, "rsa", Algorithm::Ps256, 256),
        (&rsa, "rsa", Algorithm::Rs256, 256),
    ];
    for (pem, label, algorithm, length) in keys {
        let token = token(settings(&soft, label), pem, algorithm);
        let message = vec![7; 150_000];
        let value = soft.block_on(token.sign(&message)).unwrap();
        assert_eq!(value.len(), length);
        let key = token.seal().signer().public_key();
        assert_eq!(key.verify_jose(algorithm.scheme(), &message, &value), Ok(()));
    }
    let mut by_id = settings(&soft, "curve");
    (by_id.key_label, by_id.key_id) = (None, Some(vec![1]));
    assert!(soft.block_on(token(by_id, &curve, Algorithm::Es256).sign(b"message")).is_ok());
}

#[test]
fn sessions_are_shared_by_many_at_once() {
    let Some(soft) = in_a_folder_of_its_own("sessions_are_shared_by_many_at_once") else { return };
    let token = token(settings(&soft, "curve"), &soft.import("curve", "01"), Algorithm::Es256);
    soft.block_on(async {
        let tasks: Vec<_> = (0..40_u8)
            .map(|n| {
                let token = token.clone();
                tokio::spawn(async move { token.sign(&[n; 100]).await })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
    });
}

#[test]
fn what_is_missing_is_named() {
    let Some(soft) = in_a_folder_of_its_own("what_is_missing_is_named") else { return };
    let (curve, other) = (soft.import("curve", "01"), soft.import("other", "02"));
    let sign = |settings: TokenSettings, pem: &str| {
        soft.block_on(token(settings, pem, Algorithm::Es256).sign(b"message")).unwrap_err()
    };
    let with = |change: fn(&mut TokenSettings)| {
        let mut settings = settings(&soft, "curve");
        change(&mut settings);
        settings
    };
    assert!(matches!(sign(with(|it| it.module = "/nowhere.so".into()), &curve), TokenError::Module(_)));
    assert!(matches!(sign(with(|it| it.slot = Slot::Label("elsewhere".into())), &curve), TokenError::NoToken));
    assert!(matches!(sign(with(|it| it.slot = Slot::Number(4_000_000_000)), &curve), TokenError::NoToken));
    assert!(matches!(sign(with(|it| it.key_label = Some("lost".into())), &curve), TokenError::NoKey));
    assert!(matches!(sign(with(|it| it.key_label = None), &curve), TokenError::ManyKeys));
    // The right key for another certificate: what comes back is not used.
    assert!(matches!(sign(with(|_| {}), &other), TokenError::Key(_)));
}

#[test]
fn a_wrong_pin_is_tried_once_and_no_more() {
    let Some(soft) = in_a_folder_of_its_own("a_wrong_pin_is_tried_once_and_no_more") else { return };
    let pem = soft.import("curve", "01");
    let mut wrong = settings(&soft, "curve");
    wrong.pin = Secret::new("000000");
    assert!(!format!("{wrong:?}").contains("000000"));
    let refused = token(wrong, &pem, Algorithm::Es256);
    assert!(matches!(soft.block_on(refused.sign(b"message")), Err(TokenError::Pin)));
    soft.change_pin("000000");
    // The token would take this PIN by now; it is not offered again before a restart.
    assert!(matches!(soft.block_on(refused.sign(b"message")), Err(TokenError::Pin)));
    let mut right = settings(&soft, "curve");
    right.pin = Secret::new("000000");
    assert!(soft.block_on(token(right, &pem, Algorithm::Es256).sign(b"message")).is_ok());
}

#[test]
fn a_lost_session_is_opened_anew() {
    let Some(soft) = in_a_folder_of_its_own("a_lost_session_is_opened_anew") else { return };
    let token = token(settings(&soft, "curve"), &soft.import("curve", "01"), Algorithm::Es256);
    assert!(soft.block_on(token.sign(b"before")).is_ok());
    soft.log_out();
    assert!(soft.block_on(token.sign(b"logged out")).is_ok(), "logged in again");
    soft.end_module();
    assert!(soft.block_on(token.sign(b"ended")).is_ok(), "started again");
}

#[test]
fn a_key_that_asks_each_time_is_told_each_time() {
    let Some(soft) = in_a_folder_of_its_own("a_key_that_asks_each_time_is_told_each_time") else { return };
    let pem = soft.generate_asking("asking");
    let token = token(settings(&soft, "asking"), &pem, Algorithm::Ps256);
    assert!(soft.block_on(token.sign(b"one")).is_ok());
    assert!(soft.block_on(token.sign(b"two")).is_ok());
}
