//! Keys at a remote service: v2 and v1.0.4, in batches, at once and later, and through everything that goes wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use signet_outbound::{
    FetchError, HttpClient, HttpLimits, Reach, Secret, ServiceError, ServiceSettings, SigningService, csc::Begun,
};
use signet_seal::{Algorithm, PublicSeal};
use signet_testing::{
    Entity, certificate,
    csc::{self, CLIENT, CLIENT_SECRET, CREDENTIAL, Fault, Nature, PIN, V1, V2},
    p256, rsa,
};

const PATIENCE: Duration = Duration::from_secs(10);

struct Stage {
    there: csc::Service,
    settings: ServiceSettings,
    seal: PublicSeal,
}

fn stage(nature: Nature, algorithm: Algorithm) -> Stage {
    let key = match algorithm {
        Algorithm::Es256 | Algorithm::Es384 => p256(),
        _ => rsa(),
    };
    let seal = Entity::root_with(certificate::seal("Test Seal"), key);
    let pem = seal.pem();
    let there = csc::Service::start(&seal.key_pem(), &pem, nature);
    let settings = ServiceSettings {
        address: there.address.parse().unwrap(),
        token_address: None,
        client_id: CLIENT.into(),
        client_secret: Secret::new(CLIENT_SECRET),
        credential: None,
        pin: Some(Secret::new(PIN)),
        calls_max: 1,
        batch_max: 100,
    };
    Stage { there, settings, seal: PublicSeal::from_pem(pem.as_bytes(), Some(algorithm)).unwrap() }
}

impl Stage {
    fn service(&self) -> SigningService {
        self.patient(Duration::from_secs(5))
    }

    fn patient(&self, time: Duration) -> SigningService {
        let http_client = HttpClient::new(Reach::Loopback, HttpLimits { time, ..HttpLimits::default() }).unwrap();
        SigningService::new(http_client, self.settings.clone(), self.seal.clone())
    }

    fn holds(&self, message: &[u8], value: &[u8]) -> bool {
        self.seal.signer().public_key().verify_jose(self.seal.algorithm().scheme(), message, value).is_ok()
    }
}

#[tokio::test]
async fn each_version_mode_and_algorithm_signs() {
    let all = [
        (V2, Algorithm::Es256),
        (V1, Algorithm::Es256),
        (V2, Algorithm::Ps256),
        (V1, Algorithm::Rs256),
        (Nature { mode: "explicit", ..V2 }, Algorithm::Es256),
        (Nature { mode: "oauth2code", ..V2 }, Algorithm::Es256),
        (Nature { asynchronous: true, polls_in_vain: 2, ..V2 }, Algorithm::Es256),
    ];
    for (nature, algorithm) in all {
        let stage = stage(nature, algorithm);
        let service = stage.service();
        for message in [&b"one"[..], b"two"] {
            let value = service.sign(message, PATIENCE).await.unwrap();
            assert!(stage.holds(message, &value), "{} {} {algorithm}", nature.version, nature.mode);
        }
        let seen = stage.there.seen();
        assert_eq!((seen.tokens, seen.authorizations), (1, 2), "one token, and an authorization for each");
    }
}

#[tokio::test]
async fn what_is_asked_for_together_goes_together() {
    let stage = stage(V2, Algorithm::Es256);
    let service = stage.service();
    stage.there.fail(&[Fault::Slow(Duration::from_millis(300))]);
    let tasks: Vec<_> = (0..17_u8)
        .map(|n| {
            let service = service.clone();
            tokio::spawn(async move { service.sign(&[n], PATIENCE).await })
        })
        .collect();
    for (task, n) in tasks.into_iter().zip(0_u8..) {
        assert!(stage.holds(&[n], &task.await.unwrap().unwrap()));
    }
    let seen = stage.there.seen();
    assert_eq!(seen.digests().len(), 17);
    assert!(seen.signed.iter().all(|call| call.len() <= 8));
    assert!(seen.signed.len() <= 4, "{} calls", seen.signed.len());
}

#[tokio::test]
async fn a_response_is_fetched_by_another_process() {
    let nature = Nature { asynchronous: true, polls_in_vain: 1, ..V2 };
    let stage = stage(nature, Algorithm::Es256);
    let digest = Algorithm::Es256.digest().hash(b"message");
    let Begun::Later { response, place } = stage.service().begin(&digest).await.unwrap() else { panic!("at once") };
    let survivor = stage.service();
    assert_eq!(survivor.poll(&response).await, Ok(None));
    let values = survivor.poll(&response).await.unwrap().unwrap();
    assert!(stage.holds(b"message", &values[place as usize]));
    assert_eq!(survivor.poll(&response).await, Err(ServiceError::Unknown));
    assert_eq!(survivor.poll("another").await, Err(ServiceError::Unknown));
    assert_eq!(stage.there.seen().digests().len(), 1);
}

#[tokio::test]
async fn an_ended_token_or_authorization_is_had_anew_once() {
    let stage = stage(V2, Algorithm::Es256);
    let service = stage.service();
    for fault in [Fault::ExpiredToken, Fault::ExpiredSad] {
        stage.there.fail(&[fault]);
        assert!(service.sign(b"message", PATIENCE).await.is_ok());
    }
    assert_eq!(stage.there.seen().signed.len(), 2, "each signed once");
    stage.there.fail(&[Fault::ExpiredSad, Fault::ExpiredSad]);
    assert!(matches!(service.sign(b"message", PATIENCE).await, Err(ServiceError::Refused(_))));
    assert!(service.sign(b"message", PATIENCE).await.is_ok());
}

#[tokio::test]
async fn each_failure_is_told_as_what_it_is() {
    let stage = stage(V2, Algorithm::Es256);
    let service = stage.patient(Duration::from_millis(400));
    let sign = || service.sign(b"message", PATIENCE);
    stage.there.fail(&[Fault::Busy, Fault::Away, Fault::Wrong, Fault::Slow(Duration::from_secs(1))]);
    let busy = ServiceError::Busy { status: 429, retry_after: Some(Duration::from_secs(7)) };
    assert_eq!(sign().await, Err(busy));
    assert_eq!(sign().await, Err(ServiceError::Busy { status: 503, retry_after: None }));
    assert!(matches!(sign().await, Err(ServiceError::Key(_))), "a wrong signature is not handed on");
    assert_eq!(sign().await, Err(ServiceError::Fetch(FetchError::TimedOut)));
    assert!(sign().await.is_ok());
}

#[tokio::test]
async fn what_is_set_wrongly_is_said() {
    let good = stage(V2, Algorithm::Es256);
    let with = |change: fn(&mut ServiceSettings)| {
        let mut changed = Stage { there: good.there.clone(), settings: good.settings.clone(), seal: good.seal.clone() };
        change(&mut changed.settings);
        changed.service()
    };
    let error = |service: SigningService| async move { service.sign(b"message", PATIENCE).await.unwrap_err() };
    let secret = error(with(|it| it.client_secret = Secret::new("other"))).await;
    assert_eq!(secret, ServiceError::Unauthorized("invalid_client: client authentication failed".into()));
    assert_eq!(error(with(|it| it.credential = Some("credential-1".into()))).await, ServiceError::NoCredential);
    assert!(matches!(error(with(|it| it.credential = Some("other".into()))).await, ServiceError::Refused(_)));
    assert!(with(|it| it.credential = Some(CREDENTIAL.into())).sign(b"message", PATIENCE).await.is_ok());
    let plain = error(with(|it| it.address = "http://service.example/csc/v2".parse().unwrap())).await;
    assert_eq!(plain, ServiceError::Fetch(FetchError::Scheme));

    let pin = stage(V1, Algorithm::Es256);
    let mut wrong = Stage { settings: pin.settings.clone(), ..pin };
    wrong.settings.pin = Some(Secret::new("0000"));
    assert_eq!(error(wrong.service()).await, ServiceError::Refused("invalid_pin: The PIN is invalid".into()));
    let disabled = stage(Nature { key_status: "disabled", ..V2 }, Algorithm::Es256);
    assert_eq!(error(disabled.service()).await, ServiceError::NotReady("key disabled".into()));
    let other = stage(Nature { sign_algos: &["1.2.840.113549.1.1.1"], ..V2 }, Algorithm::Ps256);
    assert_eq!(error(other.service()).await, ServiceError::Algorithm(Algorithm::Ps256));
    let person = stage(Nature { mode: "oauth2person", ..V2 }, Algorithm::Es256);
    assert!(matches!(error(person.service()).await, ServiceError::NeedsPerson(_)));
}

#[tokio::test]
async fn looking_at_a_service_signs_nothing_and_tells_no_secret() {
    let stage = stage(V2, Algorithm::Es256);
    let inspected = stage.service().inspect().await.unwrap();
    assert_eq!((inspected.specs.as_str(), inspected.multisign, inspected.asynchronous), ("2.0.0.2", 8, false));
    assert!(stage.there.seen().signed.is_empty());
    let told = format!("{:?} {:?}", stage.settings, stage.service());
    assert!(!told.contains(CLIENT_SECRET) && !told.contains(PIN), "{told}");
}
