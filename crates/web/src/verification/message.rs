//! One message over a pipe: how many parts, how long each is, and then the parts. The first is JSON, the others are bytes.

use std::io::{self, Read, Write};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// Parts of one message: a head, and files. Evidence for one file is a few dozen.
const PARTS_MAX: usize = 1_024;
/// Bytes of one message: the largest file with its evidence, or the page about it.
const BYTES_MAX: usize = 80 << 20;

/// A message.
#[derive(Debug, Default)]
pub struct Message {
    /// What it is about, as JSON.
    pub head: Vec<u8>,
    /// What goes along.
    pub parts: Vec<Vec<u8>>,
}

/// Why a message could not be sent or taken.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The pipe broke.
    #[error("the pipe to the other side broke: {0}")]
    Pipe(#[from] io::Error),
    /// More parts or bytes than allowed.
    #[error("a message is too large")]
    TooLarge,
    /// The head is not what it should be.
    #[error("a message cannot be understood: {0}")]
    Head(#[from] serde_json::Error),
}

impl Message {
    /// A message about something.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn new(head: &impl serde::Serialize, parts: Vec<Vec<u8>>) -> Result<Self, MessageError> {
        Ok(Message { head: serde_json::to_vec(head)?, parts })
    }

    fn all(&self) -> impl Iterator<Item = &Vec<u8>> {
        std::iter::once(&self.head).chain(&self.parts)
    }

    /// Number of parts and their lengths, as they go ahead.
    fn lengths(&self) -> Result<Vec<u8>, MessageError> {
        let total: usize = self.all().map(Vec::len).sum();
        if total > BYTES_MAX || self.parts.len() >= PARTS_MAX {
            return Err(MessageError::TooLarge);
        }
        let count = std::iter::once(self.parts.len() + 1);
        let numbers = count.chain(self.all().map(Vec::len)).map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        Ok(numbers.flat_map(u32::to_le_bytes).collect())
    }

    fn of(parts: Vec<Vec<u8>>) -> Self {
        let mut parts = parts.into_iter();
        Message { head: parts.next().unwrap_or_default(), parts: parts.collect() }
    }

    /// Writes it.
    ///
    /// # Errors
    /// When it is too large or the pipe breaks.
    pub fn write_to(&self, out: &mut impl Write) -> Result<(), MessageError> {
        out.write_all(&self.lengths()?)?;
        for part in self.all() {
            out.write_all(part)?;
        }
        Ok(out.flush()?)
    }

    /// Reads the next one; `None` when the other side has gone between two messages.
    ///
    /// # Errors
    /// When it is too large or the pipe breaks.
    pub fn read_from(input: &mut impl Read) -> Result<Option<Self>, MessageError> {
        let mut count = [0; 4];
        if input.read(&mut count[..1])? == 0 {
            return Ok(None);
        }
        input.read_exact(&mut count[1..])?;
        let mut numbers = vec![0; length_of_lengths(count)?];
        input.read_exact(&mut numbers)?;
        let mut parts = Vec::new();
        for length in lengths(&numbers)? {
            let mut part = Vec::new();
            input.take(length as u64).read_to_end(&mut part)?;
            parts.push(whole(part, length)?);
        }
        Ok(Some(Message::of(parts)))
    }

    /// As [`Message::write_to`], without waiting on a thread.
    ///
    /// # Errors
    /// When it is too large or the pipe breaks.
    pub async fn send(&self, out: &mut (impl AsyncWrite + Unpin)) -> Result<(), MessageError> {
        out.write_all(&self.lengths()?).await?;
        for part in self.all() {
            out.write_all(part).await?;
        }
        Ok(out.flush().await?)
    }

    /// As [`Message::read_from`], without waiting on a thread. That the other side has gone is an error here.
    ///
    /// # Errors
    /// When it is too large or the pipe breaks.
    pub async fn receive(input: &mut (impl AsyncRead + Unpin)) -> Result<Self, MessageError> {
        let mut count = [0; 4];
        input.read_exact(&mut count).await?;
        let mut numbers = vec![0; length_of_lengths(count)?];
        input.read_exact(&mut numbers).await?;
        let mut parts = Vec::new();
        for length in lengths(&numbers)? {
            let mut part = Vec::new();
            input.take(length as u64).read_to_end(&mut part).await?;
            parts.push(whole(part, length)?);
        }
        Ok(Message::of(parts))
    }
}

fn length_of_lengths(count: [u8; 4]) -> Result<usize, MessageError> {
    let count = u32::from_le_bytes(count) as usize;
    if (1..=PARTS_MAX).contains(&count) { Ok(count * 4) } else { Err(MessageError::TooLarge) }
}

fn lengths(numbers: &[u8]) -> Result<Vec<usize>, MessageError> {
    let length = |four: &[u8]| four.try_into().map_or(usize::MAX, |four| u32::from_le_bytes(four) as usize);
    let lengths: Vec<usize> = numbers.chunks_exact(4).map(length).collect();
    let total = lengths.iter().fold(0_usize, |sum, length| sum.saturating_add(*length));
    if total > BYTES_MAX { Err(MessageError::TooLarge) } else { Ok(lengths) }
}

fn whole(part: Vec<u8>, length: usize) -> Result<Vec<u8>, MessageError> {
    if part.len() == length { Ok(part) } else { Err(io::Error::from(io::ErrorKind::UnexpectedEof).into()) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn what_is_sent_arrives_on_both_kinds_of_pipe() {
        let message = Message::new(&"head", vec![b"one".to_vec(), Vec::new(), vec![7; 100_000]]).unwrap();
        let mut bytes = Vec::new();
        message.write_to(&mut bytes).unwrap();
        let read = Message::read_from(&mut bytes.as_slice()).unwrap().unwrap();
        let received = Message::receive(&mut bytes.as_slice()).await.unwrap();
        for arrived in [read, received] {
            assert_eq!((arrived.head, arrived.parts), (message.head.clone(), message.parts.clone()));
        }
        assert!(Message::read_from(&mut [].as_slice()).unwrap().is_none());
    }

    #[tokio::test]
    async fn what_is_cut_or_too_large_is_refused_before_memory_is_taken() {
        let cut = [2, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, b'x', b'y'];
        assert!(matches!(Message::read_from(&mut cut.as_slice()), Err(MessageError::Pipe(_))));
        assert!(matches!(Message::receive(&mut cut.as_slice()).await, Err(MessageError::Pipe(_))));
        let huge = [1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff];
        let many = [0xff; 8];
        for bytes in [huge, many, [0; 8]] {
            assert!(matches!(Message::read_from(&mut bytes.as_slice()), Err(MessageError::TooLarge)));
            assert!(matches!(Message::receive(&mut bytes.as_slice()).await, Err(MessageError::TooLarge)));
        }
    }
}
