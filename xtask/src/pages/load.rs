//! A client that asks for the same page again and again on one connection.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// An answer that does not come within so long does not come.
const PATIENCE: Duration = Duration::from_secs(30);
/// More is not read of one answer.
const BYTES_MAX: usize = 64 << 20;

/// What one client saw.
#[derive(Default)]
pub struct Seen {
    /// How long each answer took.
    pub times: Vec<Duration>,
    /// Bytes of all answers, heads included.
    pub bytes: usize,
    /// Answers that were not 200, or broke off.
    pub failed: usize,
}

impl Seen {
    /// Both together.
    pub fn and(mut self, other: Self) -> Self {
        self.times.extend(other.times);
        Self { times: self.times, bytes: self.bytes + other.bytes, failed: self.failed + other.failed }
    }
}

/// Asks until the time is over.
pub fn ask(server: SocketAddr, path: &str, more: &str, until: Instant) -> Seen {
    let mut seen = Seen::default();
    let Ok(mut connection) = Connection::open(server) else { return Seen { failed: 1, ..seen } };
    while Instant::now() < until {
        let began = Instant::now();
        match connection.get(path, more) {
            Ok((200, bytes)) => {
                seen.times.push(began.elapsed());
                seen.bytes += bytes;
            }
            Ok(_) => seen.failed += 1,
            Err(_) => {
                seen.failed += 1;
                match Connection::open(server) {
                    Ok(fresh) => connection = fresh,
                    Err(_) => return seen,
                }
            }
        }
    }
    seen
}

/// Asks for each of some pages once.
pub fn ask_each(server: SocketAddr, paths: &[String]) -> Seen {
    let mut seen = Seen::default();
    let Ok(mut connection) = Connection::open(server) else { return Seen { failed: paths.len(), ..seen } };
    for path in paths {
        let began = Instant::now();
        match connection.get(path, "") {
            Ok((200, bytes)) => {
                seen.times.push(began.elapsed());
                seen.bytes += bytes;
            }
            _ => seen.failed += 1,
        }
    }
    seen
}

/// A connection that stays open.
pub struct Connection {
    server: SocketAddr,
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub fn open(server: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(server)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { server, stream, buffer: Vec::with_capacity(128 << 10) })
    }

    /// Asks as a browser does; status and bytes of the answer.
    pub fn get(&mut self, path: &str, more: &str) -> io::Result<(u16, usize)> {
        let head = format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\naccept-language: en\r\nuser-agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\r\n{more}\r\n",
            self.server
        );
        self.stream.write_all(head.as_bytes())?;
        self.buffer.clear();
        let mut end = None;
        let mut chunk = [0_u8; 64 << 10];
        while end.is_none_or(|(_, end)| self.buffer.len() < end) {
            let read = self.stream.read(&mut chunk)?;
            if read == 0 || self.buffer.len() > BYTES_MAX {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.buffer.extend_from_slice(chunk.get(..read).unwrap_or_default());
            if end.is_none() {
                end = whole(&self.buffer)?;
            } else if let Some((status, usize::MAX)) = end
                && self.buffer.ends_with(b"0\r\n\r\n")
            {
                end = Some((status, self.buffer.len()));
            }
        }
        let (status, end) = end.ok_or(io::ErrorKind::InvalidData)?;
        Ok((status, end))
    }

    /// The body of a page.
    pub fn body(&mut self, path: &str) -> io::Result<String> {
        self.get(path, "")?;
        let text = String::from_utf8_lossy(&self.buffer).into_owned();
        Ok(text.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }
}

/// Status and length of the answer that begins here, once its head is there; a body in chunks has no length yet.
fn whole(answer: &[u8]) -> io::Result<Option<(u16, usize)>> {
    let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let text = String::from_utf8_lossy(answer.get(..head).unwrap_or_default()).to_ascii_lowercase();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    if field("transfer-encoding:") == Some("chunked") {
        let ended = answer.ends_with(b"\r\n0\r\n\r\n");
        return Ok(Some((status, if ended { answer.len() } else { usize::MAX })));
    }
    let length: usize = field("content-length:").and_then(|length| length.parse().ok()).unwrap_or(0);
    Ok(Some((status, head + 4 + length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_to_its_end_and_no_further() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        assert_eq!(whole(answer).ok().flatten(), Some((200, answer.len())));
        assert_eq!(whole(&answer[..20]).ok().flatten(), None);
        let chunked = b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n";
        assert_eq!(whole(chunked).ok().flatten(), Some((404, usize::MAX)));
        let ended = [chunked.as_slice(), b"0\r\n\r\n"].concat();
        assert_eq!(whole(&ended).ok().flatten(), Some((404, ended.len())));
    }
}
