//! The wish of the operating system, or of the person at the terminal, that we stop.

use tokio::signal::unix::{SignalKind, signal};

/// Returns when the process was asked to stop (SIGINT or SIGTERM).
pub async fn stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        // Without a handler the default action ends the process, which is what was asked for.
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        interrupted = tokio::signal::ctrl_c() => {
            if interrupted.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }
}
