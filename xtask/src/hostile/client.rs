//! The plainest of clients, and the most unpleasant ones.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// An answer that does not come within so long does not come.
const PATIENCE: Duration = Duration::from_secs(120);

/// What came back, and after how long.
pub struct Answer {
    /// HTTP status; 0 when the connection broke.
    pub status: u16,
    pub time: Duration,
}

/// Where to ask, and as whom: the server trusts this machine to say for whom it speaks.
#[derive(Clone, Copy)]
pub struct Client {
    pub server: SocketAddr,
    pub number: usize,
}

impl Client {
    fn head(&self, method: &str, path: &str, more: &str) -> String {
        let (high, low) = (self.number / 250 % 250, self.number % 250);
        format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\naccept-language: en\r\nconnection: close\r\nx-forwarded-for: 198.18.{high}.{low}\r\n{more}\r\n",
            self.server
        )
    }

    fn connect(&self) -> io::Result<TcpStream> {
        let stream = TcpStream::connect_timeout(&self.server, Duration::from_secs(10))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(stream)
    }

    /// Asks for a page and reads it whole.
    pub fn get(&self, path: &str) -> Answer {
        timed(|| {
            let mut stream = self.connect()?;
            stream.write_all(self.head("GET", path, "").as_bytes())?;
            read(stream)
        })
    }

    /// Sends a file to be verified and reads the page about it.
    pub fn upload(&self, file: &[u8]) -> Answer {
        timed(|| {
            let start = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
            let end = "\r\n--b--\r\n";
            let length = start.len() + file.len() + end.len();
            let kind = format!("content-type: multipart/form-data; boundary=b\r\ncontent-length: {length}\r\n");
            let mut stream = self.connect()?;
            for piece in [self.head("POST", "/en/verify", &kind).as_bytes(), start.as_bytes(), file, end.as_bytes()] {
                stream.write_all(piece)?;
            }
            read(stream)
        })
    }

    /// Sends half a head and holds the connection open.
    pub fn half_a_head(&self) -> io::Result<TcpStream> {
        let mut stream = self.connect()?;
        let head = self.head("GET", "/en/verify", "x-slow: ");
        stream.write_all(head.trim_end().as_bytes())?;
        stream.set_nonblocking(true)?;
        Ok(stream)
    }

    /// Asks for a page and never reads it.
    pub fn unread(&self, path: &str) -> io::Result<TcpStream> {
        let mut stream = self.connect()?;
        stream.write_all(self.head("GET", path, "").as_bytes())?;
        Ok(stream)
    }
}

fn timed(exchange: impl FnOnce() -> io::Result<u16>) -> Answer {
    let began = Instant::now();
    let status = exchange().unwrap_or(0);
    Answer { status, time: began.elapsed() }
}

fn read(mut stream: TcpStream) -> io::Result<u16> {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let head = answer.get(..64.min(answer.len())).unwrap_or_default();
    let status = String::from_utf8_lossy(head).split(' ').nth(1).and_then(|status| status.parse().ok());
    status.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// The time within which so many of a hundred were answered.
pub fn percentile(times: &mut [Duration], of_hundred: usize) -> Duration {
    times.sort_unstable();
    let place = (times.len() * of_hundred / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_the_sorted_times() {
        let mut times: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile(&mut times, 50), Duration::from_millis(51));
        assert_eq!(percentile(&mut times, 99), Duration::from_millis(100));
        assert_eq!(percentile(&mut [], 99), Duration::ZERO);
    }
}
