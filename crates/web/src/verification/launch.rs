//! How a worker comes to be, and the two ends of the pipe to it.

use std::{
    ffi::OsString, io, os::unix::net::UnixStream, path::PathBuf, process::Stdio, sync::Arc, thread, time::Duration,
};

use signet_verify::Trust;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    process::{Child, Command},
    time::timeout,
};

use super::{
    message::{Message, MessageError},
    said::Answered,
    worker::serve,
};

/// The longest a worker may take to read whom to trust.
const SETUP_MAX: Duration = Duration::from_secs(60);

/// How a worker comes to be.
#[derive(Clone)]
pub enum Launch {
    /// A process of its own.
    Program {
        /// The program.
        path: PathBuf,
        /// Its arguments.
        arguments: Vec<OsString>,
        /// All that its environment holds.
        environment: Vec<(OsString, OsString)>,
        /// What it is told first ([`super::take_setup`]), as JSON.
        setup: Vec<u8>,
    },
    /// A thread of this one: for tests of the pages, which have no program of their own. Nothing is limited.
    Thread(Arc<Trust>),
}

/// A worker, at the other end of a pipe. Dropping it ends it.
pub(super) struct Worker {
    input: Box<dyn AsyncWrite + Send + Unpin>,
    output: Box<dyn AsyncRead + Send + Unpin>,
    child: Option<Child>,
    /// The file it may still have.
    pub last: Option<u64>,
    /// Messages it has answered.
    pub answered: u32,
}

impl Launch {
    /// Starts one and waits until it is ready.
    pub(super) async fn start(&self) -> Result<Worker, MessageError> {
        let mut worker = match self {
            Launch::Program { path, arguments, environment, setup } => {
                let mut command = Command::new(path);
                // The name that lists of processes show.
                command.arg0("signet");
                command.args(arguments).env_clear().envs(environment.iter().cloned()).kill_on_drop(true);
                command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
                let mut child = command.spawn()?;
                let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
                    return Err(io::Error::from(io::ErrorKind::BrokenPipe).into());
                };
                let mut worker = Worker::at(Box::new(input), Box::new(output), Some(child));
                Message { head: setup.clone(), parts: Vec::new() }.send(&mut worker.input).await?;
                worker
            }
            Launch::Thread(trust) => {
                let (ours, theirs) = UnixStream::pair()?;
                let (trust, mut input, mut output) = (Arc::clone(trust), theirs.try_clone()?, theirs);
                // It ends when our side of the pipe is dropped.
                thread::spawn(move || serve(&mut input, &mut output, &trust, &mut || {}));
                ours.set_nonblocking(true)?;
                let (output, input) = tokio::net::UnixStream::from_std(ours)?.into_split();
                Worker::at(Box::new(input), Box::new(output), None)
            }
        };
        let ready = timeout(SETUP_MAX, Message::receive(&mut worker.output)).await;
        let ready = ready.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        match serde_json::from_slice(&ready.head)? {
            Answered::Ready => Ok(worker),
            _ => Err(io::Error::from(io::ErrorKind::InvalidData).into()),
        }
    }
}

impl Worker {
    fn at(
        input: Box<dyn AsyncWrite + Send + Unpin>,
        output: Box<dyn AsyncRead + Send + Unpin>,
        child: Option<Child>,
    ) -> Self {
        Worker { input, output, child, last: None, answered: 0 }
    }

    /// Asks and waits for the answer.
    pub async fn ask(&mut self, message: &Message) -> Result<(Answered, Vec<Vec<u8>>), MessageError> {
        message.send(&mut self.input).await?;
        let answer = Message::receive(&mut self.output).await?;
        self.answered += 1;
        Ok((serde_json::from_slice(&answer.head)?, answer.parts))
    }

    /// Whether it has not ended by itself.
    pub fn lives(&mut self) -> bool {
        self.child.as_mut().is_none_or(|child| matches!(child.try_wait(), Ok(None)))
    }

    /// Bytes of memory it holds; 0 where that cannot be told.
    pub fn resident(&self) -> usize {
        const PAGE: usize = 4_096;
        let id = self.child.as_ref().and_then(Child::id);
        let told = id.and_then(|id| std::fs::read_to_string(format!("/proc/{id}/statm")).ok());
        let pages = told.and_then(|told| told.split(' ').nth(1)?.parse::<usize>().ok());
        pages.unwrap_or(0).saturating_mul(PAGE)
    }
}
