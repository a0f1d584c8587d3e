//! `signet serve`: answer requests, and seal what waits.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use metrics_exporter_prometheus::PrometheusBuilder;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use signet_issue::{Issuer, days_left};
use signet_lang::{Locale, args};
use signet_web::{AppState, ClientAddress, ConnectionLimits, Metrics, Site, StaffLinks, verification::Verifier};
use tokio::net::TcpListener;

use super::{issue::unobserved, sweep, verify_worker};
use crate::{
    accessibility_reading,
    config::ServerConfig,
    exit::{CommandError, Exit},
    file,
    letters::LetterWorker,
    mail_reading::Mail,
    sealing::{SealerEvent, Sealers, Until},
    services::Services,
    signal,
};

/// File descriptors that are left for everything but connections: the register, artefacts, workers, what is fetched.
const OTHER_FILES: u64 = 256;
/// More file descriptors than this are never asked for.
const FILES_MAX: u64 = 65_536;

/// Listens where the settings say, until stopped.
pub async fn run(services: Services, locale: Locale) -> Result<Exit, CommandError> {
    let listener = listen(services.config.server.listen, locale).await?;
    let management = management(&services.config.server, locale).await?;
    // Said when both addresses are taken: whoever reads it may ask at once.
    eprintln!("{}", locale.app_serving(services.issuer.base_url().as_str()));
    beside(services, listener, management, StaffLinks::UntilProvider, |_| Router::new(), locale).await
}

/// Takes the address.
pub async fn listen(address: SocketAddr, locale: Locale) -> Result<TcpListener, CommandError> {
    TcpListener::bind(address).await.map_err(|error| {
        CommandError::new(
            Exit::Unavailable,
            locale.app_address_taken(args::AppAddressTaken {
                address: address.to_string(),
                problem: file::problem(&error, locale),
            }),
        )
    })
}

/// Takes the address for the operator, where the settings name one.
pub async fn management(server: &ServerConfig, locale: Locale) -> Result<Option<TcpListener>, CommandError> {
    match server.management {
        Some(address) => listen(address, locale).await.map(Some),
        None => Ok(None),
    }
}

/// Serves on a listener, beside what else is to be had there: pages and sealers side by side; a stop lets requests and seals in hand be finished.
pub async fn beside(
    services: Services,
    listener: TcpListener,
    management: Option<TcpListener>,
    staff_links: StaffLinks,
    more: impl FnOnce(&AppState) -> Router,
    locale: Locale,
) -> Result<Exit, CommandError> {
    let config = &services.config;
    let verifier = Verifier::new(verify_worker::launch(config, locale)?, config.limits.workers());
    verifier.warm_up();
    let mut sealers = Sealers::start(&services, &services.issuer.store().queue(), Until::Stopped, unobserved()).await?;
    let letters = letters(&services)?;
    let held = AppState::new(Site { staff_links, ..site(&services, verifier) });
    measure_seals(&services.issuer);
    let sweeper = tokio::spawn(sweep::hourly(services.issuer.clone(), services.config.retention, measure_seals));
    let keeping_up = tokio::spawn(held.clone().keep_up());
    let (limits, client) = (connections(config.limits.connections()), &held.client);
    let pages = signet_web::router(held.clone()).merge(more(&held));
    let serving = signet_web::listen(listener, pages, limits, client, signal::stop());
    let managing = async {
        match management {
            Some(listener) => {
                let routes = signet_web::management(held.clone());
                signet_web::listen(listener, routes, ConnectionLimits::default(), client, std::future::pending()).await
            }
            None => std::future::pending().await,
        }
    };
    let counting = async {
        while let Some(outcome) = sealers.next().await {
            count(&outcome);
        }
        std::future::pending::<()>().await;
    };
    tokio::select! {
        served = serving => served?,
        managed = managing => managed?,
        () = counting => {}
    }
    sweeper.abort();
    keeping_up.abort();
    held.write_looks().await;
    sealers.finish().await;
    if let Some(letters) = letters {
        letters.finish().await;
    }
    services.issuer.store().close().await;
    Ok(Exit::Success)
}

/// Whoever sends letters, where there is a relay.
pub fn letters(services: &Services) -> Result<Option<LetterWorker>, CommandError> {
    let start = |mail: &Mail| LetterWorker::start(services.issuer.clone(), mail.clone());
    Ok(services.mail.as_ref().map(start).transpose()?)
}

fn site(services: &Services, verifier: Verifier) -> Site {
    let (server, limits) = (&services.config.server, &services.config.limits);
    Site {
        issuer: services.issuer.clone(),
        fetcher: services.fetcher.clone(),
        verifier,
        uploads: limits.uploads(),
        answer_time: Duration::from_secs(limits.answer_seconds),
        body_time: limits.stall(),
        upload_bytes_max: server.upload_mb_max << 20,
        contact: server.contact.clone(),
        accessibility: services.config.accessibility.as_ref().map(accessibility_reading::statement),
        client: ClientAddress {
            trusted_proxies: server.trusted_proxies.iter().map(|proxy| proxy.0).collect(),
            header: server.forwarded_header.into(),
        },
        login: services.logins.clone(),
        staff_links: StaffLinks::UntilProvider,
        metrics: meter(),
    }
}

/// As many connections as are set, but no more than there are file descriptors for; of those, as many as the system gives.
fn connections(limits: ConnectionLimits) -> ConnectionLimits {
    let files = getrlimit(Resource::Nofile);
    let most = files.maximum.unwrap_or(FILES_MAX).min(FILES_MAX);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(most), maximum: files.maximum }).is_ok();
    let had = if raised { most } else { files.current.unwrap_or(FILES_MAX) };
    let room = usize::try_from(had.saturating_sub(OTHER_FILES)).unwrap_or(usize::MAX).max(64);
    if room < limits.connections {
        tracing::warn!(room, wanted = limits.connections, "the system gives file descriptors for fewer connections");
    }
    ConnectionLimits { connections: limits.connections.min(room), ..limits }
}

/// Counts for the operator; nothing about anyone.
fn meter() -> Option<Metrics> {
    let handle = PrometheusBuilder::new().install_recorder().ok()?;
    Some(Arc::new(move || handle.render()))
}

fn count(outcome: &SealerEvent) {
    match outcome {
        SealerEvent::Sealed => metrics::counter!("signet_sealed_total").increment(1),
        SealerEvent::PutOff(_, trouble) => {
            metrics::counter!("signet_put_off_total", "trouble" => trouble.reason().code()).increment(1);
        }
        SealerEvent::Failed(error) => tracing::error!(%error, "the register failed a sealer"),
    }
}

/// For an alarm long before a seal ends: whole days that each certificate still has.
fn measure_seals(issuer: &Issuer) {
    for sealer in issuer.sealers() {
        let first = sealer.signer().seal_certificate();
        let name: String = sealer.signer().certificate().to_string().chars().take(16).collect();
        metrics::gauge!("signet_seal_days_left", "certificate" => name).set(days_left(first, issuer.now()) as f64);
    }
}
