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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{sync::Weak, time::Instant};

    use axum::{body::Bytes, routing::get};
    use futures_util::stream;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpSocket,
        time::{sleep, timeout},
    };

    use super::*;

    const STALL: Duration = Duration::from_secs(1);
    const ANSWER_BYTES: usize = 8 << 20;

    /// Serves one large answer in pieces, which holds on to what comes back for as long as the connection does.
    async fn serve() -> (SocketAddr, Weak<()>) {
        let held = Arc::new(());
        let weak = Arc::downgrade(&held);
        let held = Arc::new(std::sync::Mutex::new(Some(held)));
        let large = move || {
            let held = held.lock().unwrap().take();
            let pieces = stream::unfold((held, 0), |(held, sent)| async move {
                let piece = Bytes::from(vec![b'x'; 1 << 20]);
                (sent < ANSWER_BYTES).then(|| (Ok::<_, io::Error>(piece), (held, sent + (1 << 20))))
            });
            async move { Body::from_stream(pieces) }
        };
        // Connections inherit it: as narrow as a slow line, so that the system takes no megabytes of the answer by itself.
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_send_buffer_size(8 << 10).unwrap();
        socket.bind(([127, 0, 0, 1], 0).into()).unwrap();
        let listener = socket.listen(8).unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(large));
        let limits = ConnectionLimits { stall: STALL, ..ConnectionLimits::default() };
        tokio::spawn(async move {
            listen(listener, router, limits, &ClientAddress::default(), std::future::pending()).await
        });
        (address, weak)
    }

    /// A client with a receive buffer of so many bytes that has asked and not yet read.
    async fn ask(address: SocketAddr, buffer: u32) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(buffer).unwrap();
        let mut stream = socket.connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        stream
    }

    /// How long it takes until the server gives up what it holds for the connection.
    async fn given_up(held: &Weak<()>, began: Instant) -> Duration {
        let over = timeout(Duration::from_secs(60), async {
            while held.strong_count() > 0 {
                sleep(Duration::from_millis(20)).await;
            }
        });
        over.await.expect("the connection is still held");
        began.elapsed()
    }

    #[tokio::test]
    async fn an_answer_that_is_never_read_is_given_up_after_the_limit() {
        let (address, held) = serve().await;
        let (began, mut client) = (Instant::now(), ask(address, 4 << 10).await);
        assert!(given_up(&held, began).await >= STALL, "not before the limit");
        let mut rest = Vec::new();
        // Ended or broken off: in any case before the whole answer came.
        let _ = client.read_to_end(&mut rest).await;
        assert!(rest.len() < ANSWER_BYTES);
    }

    #[tokio::test]
    async fn an_answer_that_is_read_a_little_at_a_time_is_given_up_too() {
        let (address, held) = serve().await;
        let (began, mut client) = (Instant::now(), ask(address, 4 << 10).await);
        let reading = tokio::spawn(async move {
            // What stands still is one thing; this takes something each time anybody looks.
            let mut little = [0; 512];
            while client.read(&mut little).await.is_ok_and(|read| read > 0) {
                sleep(STALL / 20).await;
            }
        });
        given_up(&held, began).await;
        reading.abort();
    }

    #[tokio::test]
    async fn whoever_reads_slowly_but_steadily_gets_the_whole_answer() {
        let (address, _held) = serve().await;
        let mut client = ask(address, 1 << 20).await;
        let (mut piece, mut taken) = (vec![0; 256 << 10], 0);
        while taken < ANSWER_BYTES {
            client.read_exact(&mut piece).await.unwrap();
            taken += piece.len();
            sleep(STALL / 50).await;
        }
    }
}
