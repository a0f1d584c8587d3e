//! A connection on which an answer must be taken: when too little of what we write is taken for too long, it ends. Without this, a
//! client that sends requests and reads nothing would hold its place, and the memory of its answers, for as long as it likes.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Sleep, sleep},
};

/// Bytes of an answer that must be taken while it has to be waited for, in each `stall`. One byte now and then would keep an answer
/// in memory for ever; at the default of 20 s this is 13 kbit/s, less than any line that people use.
pub(super) const TAKEN_MIN: usize = 32 << 10;

/// A connection with its patience.
pub(super) struct Patient {
    stream: TcpStream,
    stall: Duration,
    /// Set since something had to be waited for, and too little was taken until now.
    waiting: Option<Waiting>,
}

struct Waiting {
    until: Pin<Box<Sleep>>,
    /// Bytes that were taken meanwhile.
    taken: usize,
}

impl Patient {
    pub fn new(stream: TcpStream, stall: Duration) -> Self {
        Patient { stream, stall, waiting: None }
    }

    /// What came of writing; an error when too little was taken for too long.
    fn taken(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match (&written, &mut self.waiting) {
            (Poll::Ready(Ok(bytes)), Some(waiting)) => {
                waiting.taken = waiting.taken.saturating_add(*bytes);
                if waiting.taken >= TAKEN_MIN {
                    self.waiting = None;
                }
                written
            }
            (Poll::Ready(_), _) => written,
            (Poll::Pending, waiting) => {
                let stall = self.stall;
                let waiting = waiting.get_or_insert_with(|| Waiting { until: Box::pin(sleep(stall)), taken: 0 });
                match waiting.until.as_mut().poll(context) {
                    Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
                    Poll::Pending => Poll::Pending,
                }
            }
        }
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // Waiting for a head has a limit of its own, and so has waiting for a body.
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.taken(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.taken(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // Asked for when nothing is left to write: whoever is slow with the next answer is judged by that one.
        self.waiting = None;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
