//! HTTP as plain as can be: one connection for each request, one server, its cookies.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

/// A browser without anything but cookies.
pub struct Browser {
    address: String,
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header by its name in lower case; empty when it did not come.
    pub fn header(&self, name: &str) -> &str {
        self.headers(name).next().unwrap_or("")
    }

    /// All headers of one name.
    pub fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        lines.filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    /// Headers that do not change with the moment.
    pub fn lasting_headers(&self) -> Vec<&str> {
        self.head.lines().filter(|line| !line.to_ascii_lowercase().starts_with("date:")).collect()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Pages may carry links, so a wrong answer is told by its code only.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status);
        self
    }

    /// The text between two marks.
    #[track_caller]
    pub fn between(&self, before: &str, after: &str) -> String {
        let text = self.text();
        let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before} in the page"));
        rest.split_once(after).expect("an end").0.to_owned()
    }
}

impl Browser {
    pub fn new(address: &str) -> Self {
        Browser { address: address.to_owned(), cookies: BTreeMap::new() }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "", &mut |_| Ok(()))
    }

    /// With further lines of the head.
    pub fn get_as(&mut self, path: &str, more: &str) -> Answer {
        self.send("GET", path, more, &mut |_| Ok(()))
    }

    pub fn post(&mut self, path: &str, form: &str) -> Answer {
        let head = format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n", form.len());
        self.send("POST", path, &head, &mut |to| to.write_all(form.as_bytes()))
    }

    pub fn post_json(&mut self, path: &str, json: &str) -> Answer {
        let head = format!("content-type: application/json\r\ncontent-length: {}\r\n", json.len());
        self.send("POST", path, &head, &mut |to| to.write_all(json.as_bytes()))
    }

    /// Sends a file of `length` bytes, a piece at a time.
    pub fn upload(&mut self, path: &str, length: usize, piece: &[u8]) -> Answer {
        let start = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
        let end = "\r\n--b--\r\n";
        let whole = start.len() + length + end.len();
        let head = format!("content-type: multipart/form-data; boundary=b\r\ncontent-length: {whole}\r\n");
        self.send("POST", path, &head, &mut |to| {
            to.write_all(start.as_bytes())?;
            let mut left = length;
            while left > 0 {
                let now = left.min(piece.len());
                to.write_all(&piece[..now])?;
                left -= now;
            }
            to.write_all(end.as_bytes())
        })
    }

    fn send(
        &mut self,
        method: &str,
        path: &str,
        more: &str,
        body: &mut dyn FnMut(&mut TcpStream) -> std::io::Result<()>,
    ) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("a server");
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookie = if pairs.is_empty() { String::new() } else { format!("cookie: {}\r\n", pairs.join("; ")) };
        let host = &self.address;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\naccept-language: en\r\nconnection: close\r\n{cookie}{more}\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        body(&mut stream).expect("the server takes the whole request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let answer = answer(&bytes);
        for set in answer.headers("set-cookie") {
            let (name, value) = set.split(';').next().unwrap().split_once('=').expect("a cookie");
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

fn answer(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let answer = Answer { status, head, body: bytes[end + 4..].to_vec() };
    if answer.header("transfer-encoding").eq_ignore_ascii_case("chunked") {
        return Answer { body: joined(&answer.body), ..answer };
    }
    answer
}

/// The chunks of a body, joined.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let line = chunks.windows(2).position(|window| window == b"\r\n").expect("a chunk's length");
        let length = usize::from_str_radix(std::str::from_utf8(&chunks[..line]).unwrap().trim(), 16).unwrap();
        if length == 0 {
            return body;
        }
        let from = line + 2;
        body.extend_from_slice(&chunks[from..from + length]);
        chunks = &chunks[from + length + 2..];
    }
}
