//! The listener: HTTP/1.1 with limits on whoever is slow. A client that sends half a head, a byte a minute or reads no answer costs
//! one bounded connection for a bounded time; when there are too many, the ones that wait longest give way.
//!
//! TLS, HTTP/2 and their limits are the business of the proxy in front.

mod connections;
mod patient;

use std::{convert::Infallible, future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use crate::client_address::ClientAddress;
use connections::{Connections, Place};
use patient::Patient;

/// What connections may cost.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionLimits {
    /// Connections at once.
    pub connections: usize,
    /// Of them from one client that is no trusted proxy.
    pub per_client: usize,
    /// From the first byte of a connection, or of silence between two requests, to the end of a head.
    pub head: Duration,
    /// The longest nothing is read where something is awaited, or nothing is taken of an answer.
    pub stall: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        let (head, stall) = (Duration::from_secs(10), Duration::from_secs(20));
        ConnectionLimits { connections: 2_048, per_client: 256, head, stall }
    }
}

/// Bytes of a head: the longest address, cookie and token together have a quarter of it.
const HEAD_BYTES_MAX: usize = 32 << 10;
/// Lines of a head.
const HEAD_LINES_MAX: usize = 64;
/// Requests in hand may take so long when the server is to stop.
const STOPPING_MAX: Duration = Duration::from_secs(30);
/// After a failure to accept (no file descriptors are left), this long until the next try.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Answers on a listener until `stop`; then requests in hand are finished.
///
/// # Errors
/// When the listener has no address.
pub async fn listen(
    listener: TcpListener,
    service: Router,
    limits: ConnectionLimits,
    client: &ClientAddress,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    listener.local_addr()?;
    let connections = Arc::new(Connections::new(limits.connections, limits.per_client));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let place = connections.enter(peer.ip(), client.is_proxy(peer.ip()));
                answer(stream, peer, place, service.clone(), limits, &graceful);
            }
            Err(error) => {
                tracing::debug!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    let _ = tokio::time::timeout(STOPPING_MAX, graceful.shutdown()).await;
    Ok(())
}

/// Answers the requests of one connection.
fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    place: Place,
    service: Router,
    limits: ConnectionLimits,
    graceful: &GracefulShutdown,
) {
    let _ = stream.set_nodelay(true);
    let work = place.work();
    let service = service_fn(move |request: Request<Incoming>| {
        let (service, at_work) = (service.clone(), work.begin());
        async move {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let response = service.oneshot(request).await;
            drop(at_work);
            response as Result<_, Infallible>
        }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head);
    builder.max_buf_size(HEAD_BYTES_MAX).max_headers(HEAD_LINES_MAX);
    let connection = builder.serve_connection(TokioIo::new(Patient::new(stream, limits.stall)), service);
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        // How a connection broke is the other side's business.
        tokio::select! {
            _ = connection => {}
            () = place.gives_way() => {}
        }
    });
}
