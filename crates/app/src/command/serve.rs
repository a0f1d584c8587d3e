//! `signet serve`: answer requests, and seal what waits.

use std::{net::SocketAddr, sync::Arc};

use axum::Router;
use metrics_exporter_prometheus::PrometheusBuilder;
use signet_issue::{Issuer, days_left};
use signet_lang::Locale;
use signet_web::{ClientAddress, Metrics, Site};
use tokio::net::TcpListener;

use super::{issue::unobserved, sweep};
use crate::{
    assembly::Assembly,
    exit::{Exit, Stop},
    file,
    sealing::{Outcome, Sealers, Until},
    signal,
};

/// Listens where the settings say, until stopped.
pub async fn run(assembly: Assembly, locale: Locale) -> Result<Exit, Stop> {
    let listener = listen(assembly.config.server.listen, locale).await?;
    eprintln!("{}", locale.app_serving(assembly.issuer.base_url().as_str()));
    on(assembly, listener).await
}

/// Takes the address.
pub async fn listen(address: SocketAddr, locale: Locale) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        Stop::new(Exit::Unavailable, locale.app_address_taken(address.to_string(), file::problem(&error, locale)))
    })
}

/// Serves on a listener.
pub async fn on(assembly: Assembly, listener: TcpListener) -> Result<Exit, Stop> {
    beside(assembly, listener, Router::new()).await
}

/// Serves on a listener, beside what else is to be had there: pages and sealers side by side; a stop lets requests and seals in hand be finished.
pub async fn beside(assembly: Assembly, listener: TcpListener, more: Router) -> Result<Exit, Stop> {
    let mut sealers = Sealers::start(&assembly, &assembly.issuer.store().queue(), Until::Stopped, unobserved()).await?;
    let site = Site {
        issuer: assembly.issuer.clone(),
        gatherer: assembly.gatherer.clone(),
        upload_bytes_max: assembly.config.server.upload_mb_max << 20,
        contact: assembly.config.server.contact.clone(),
        client: ClientAddress::Peer,
        metrics: meter(),
    };
    measure_seals(&assembly.issuer);
    let service = signet_web::router(site).merge(more).into_make_service_with_connect_info::<SocketAddr>();
    let sweeper = tokio::spawn(sweep::hourly(assembly.issuer.clone(), assembly.config.retention, measure_seals));
    let serving = axum::serve(listener, service).with_graceful_shutdown(signal::stop()).into_future();
    let counting = async {
        while let Some(outcome) = sealers.next().await {
            count(&outcome);
        }
        std::future::pending::<()>().await;
    };
    tokio::select! {
        served = serving => served?,
        () = counting => {}
    }
    sweeper.abort();
    sealers.finish().await;
    assembly.issuer.store().close().await;
    Ok(Exit::Holds)
}

/// Counts for the operator; nothing about anyone.
fn meter() -> Option<Metrics> {
    let handle = PrometheusBuilder::new().install_recorder().ok()?;
    Some(Arc::new(move || handle.render()))
}

fn count(outcome: &Outcome) {
    match outcome {
        Outcome::Sealed => metrics::counter!("signet_sealed_total").increment(1),
        Outcome::PutOff(_, trouble) => {
            metrics::counter!("signet_put_off_total", "trouble" => trouble.code()).increment(1);
        }
        Outcome::Failed(error) => tracing::error!(%error, "the register failed a sealer"),
    }
}

/// For an alarm long before a seal ends: whole days that each certificate still has.
fn measure_seals(issuer: &Issuer) {
    for workshop in issuer.workshops() {
        let Some(first) = workshop.notary().chain().first() else { continue };
        let name: String = workshop.notary().certificate().to_string().chars().take(16).collect();
        metrics::gauge!("signet_seal_days_left", "certificate" => name).set(days_left(first, issuer.now()) as f64);
    }
}
