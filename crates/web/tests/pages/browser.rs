//! A browser as small as can be: cookies, forms, uploads.

use std::net::{Ipv4Addr, SocketAddr};

use axum::{
    Router,
    body::{Body, HttpBody},
    extract::ConnectInfo,
    http::{HeaderMap, Request, header},
    response::Response,
};
use http_body_util::BodyExt;
use tower::ServiceExt;

pub struct Browser {
    router: Router,
    cookie: Option<String>,
    /// What it says of where requests begin.
    pub site: &'static str,
    /// The other end of the connection.
    pub client: Ipv4Addr,
    pub language: &'static str,
    /// What the client says it is.
    pub agent: &'static str,
}

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Says what came when something else was hoped for.
    pub fn expect(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.bytes));
        self
    }

    /// The value between two marks of the page.
    pub fn between(&self, before: &str, after: &str) -> String {
        let text = self.text();
        let start = text.find(before).unwrap_or_else(|| panic!("no {before} in {text}")) + before.len();
        let end = text[start..].find(after).unwrap() + start;
        text[start..end].to_owned()
    }

    /// The token of the page's forms.
    pub fn token(&self) -> String {
        self.between("name=\"token\" value=\"", "\"")
    }

    pub fn has(&self, sentence: &str) -> bool {
        let escaped = sentence
            .replace('&', "&#38;")
            .replace('<', "&#60;")
            .replace('>', "&#62;")
            .replace('"', "&#34;")
            .replace('\'', "&#39;");
        self.text().contains(&escaped)
    }
}

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

const FORM: &str = "application/x-www-form-urlencoded";

fn form(fields: &[(&str, &str)]) -> Body {
    Body::from(url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish())
}

impl Browser {
    pub fn new(router: Router) -> Self {
        Browser {
            router,
            cookie: None,
            site: "same-origin",
            client: Ipv4Addr::new(192, 0, 2, 1),
            language: "en",
            agent: FIREFOX,
        }
    }

    /// Goes on with the same cookies at a server that was started anew.
    pub fn at(self, router: Router) -> Self {
        Browser { router, ..self }
    }

    /// Holds this cookie, whoever set it.
    pub fn hold(&mut self, cookie: &str) {
        self.cookie = Some(cookie.to_owned());
    }

    /// Keeps a cookie in the place of the one of its name.
    fn keep(&mut self, pair: &str) {
        let name = |pair: &str| pair.split('=').next().unwrap().to_owned();
        let held = self.cookie.take().unwrap_or_default();
        let others = held.split("; ").filter(|other| !other.is_empty() && name(other) != name(pair));
        let all: Vec<&str> = others.chain([pair].into_iter().filter(|pair| !pair.ends_with('='))).collect();
        self.cookie = Some(all.join("; ")).filter(|all| !all.is_empty());
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None, Body::empty()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send("POST", path, Some(FORM), form(fields)).await
    }

    pub async fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        field: &str,
        name: &str,
        bytes: &[u8],
    ) -> Answer {
        self.upload_several(path, fields, field, &[(name, bytes)]).await
    }

    pub async fn upload_several(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        field: &str,
        files: &[(&str, &[u8])],
    ) -> Answer {
        let mut body = Vec::new();
        for (key, value) in fields {
            body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{key}\"\r\n\r\n{value}\r\n").bytes());
        }
        for (name, bytes) in files {
            let head = format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
            body.extend(head.bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--b--\r\n");
        // Strangers have seconds of a worker each, and a busy machine takes long for everything: each file comes from somebody else.
        if self.cookie.is_none() {
            self.client = Ipv4Addr::from_bits(self.client.to_bits() + 1);
        }
        self.send("POST", path, Some("multipart/form-data; boundary=b"), Body::from(body)).await
    }

    pub async fn send(&mut self, method: &str, path: &str, kind: Option<&str>, body: Body) -> Answer {
        let (parts, body) = self.ask(method, path, kind, body).await.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status.as_u16(), headers: parts.headers, bytes }
    }

    /// Sends a form; the answer in the pieces in which it comes.
    pub async fn post_for_pieces(&mut self, path: &str, fields: &[(&str, &str)]) -> Vec<Vec<u8>> {
        let mut body = self.ask("POST", path, Some(FORM), form(fields)).await.into_body();
        let mut pieces = Vec::new();
        while let Some(frame) = body.frame().await {
            pieces.extend(frame.unwrap().into_data().map(|piece| piece.to_vec()));
        }
        pieces
    }

    async fn ask(&mut self, method: &str, path: &str, kind: Option<&str>, body: Body) -> Response {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("sec-fetch-site", self.site)
            .header(header::USER_AGENT, self.agent)
            .header(header::ACCEPT_LANGUAGE, self.language);
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if let Some(length) = body.size_hint().exact() {
            request = request.header(header::CONTENT_LENGTH, length);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let peer = SocketAddr::from((self.client, 50_000));
        request = request.extension(ConnectInfo(peer));
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        for set in response.headers().get_all(header::SET_COOKIE) {
            self.keep(set.to_str().unwrap().split(';').next().unwrap());
        }
        response
    }
}
