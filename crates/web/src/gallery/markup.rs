//! A reader of our own pages: tags balance, ids are unique and found, nothing inline, nothing from another host.

use std::collections::BTreeSet;

const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Media types of what a page may carry: to be looked at, and to be saved.
const PICTURES: [&str; 2] = ["image/png", "image/jpeg"];
const DOWNLOADS: [&str; 3] = ["application/pdf", "image/png", "image/jpeg"];

/// Whether a link says what the page is called, here or in another language.
fn is_own_name(attributes: &[(String, String)]) -> bool {
    attributes.iter().any(|(key, value)| key == "rel" && (value == "canonical" || value == "alternate"))
}

/// Does the address hold bytes of one of these types, and nothing but base64?
fn is_data(address: &str, types: &[&str]) -> bool {
    let held = address.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"));
    held.is_some_and(|(media_type, bytes)| {
        let base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
        types.contains(&media_type) && bytes.bytes().all(base64)
    })
}

/// Says the first thing that is wrong with a page.
pub fn check(html: &str) -> Result<(), String> {
    if !html.starts_with("<!doctype html>\n<html lang=\"") {
        return Err("does not begin as a page".into());
    }
    let mut page = Page::default();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        page.text(&rest[..start])?;
        let end = rest[start..].find('>').ok_or("a tag without end")? + start;
        page.tag(&rest[start + 1..end])?;
        rest = &rest[end + 1..];
    }
    page.finish()
}

#[derive(Default)]
struct Page {
    open: Vec<String>,
    ids: BTreeSet<String>,
    wanted: Vec<String>,
    headings: Vec<u8>,
    title: bool,
    /// The element that was opened last holds linked data, which is no script.
    holds_data: bool,
}

impl Page {
    fn text(&mut self, text: &str) -> Result<(), String> {
        if text.contains("web-") && text.contains('-') && text.trim().starts_with("web-") {
            return Err(format!("a sentence is missing: {text}"));
        }
        if self.holds_data && self.open.last().is_some_and(|tag| tag == "script") {
            let read = serde_json::from_str::<serde_json::Value>(text);
            return read.map(drop).map_err(|error| format!("linked data that cannot be read: {error}"));
        }
        if self.open.last().is_some_and(|tag| matches!(tag.as_str(), "script" | "style")) && !text.trim().is_empty() {
            return Err("inline script or style".into());
        }
        if self.open.last().is_some_and(|tag| tag == "title") {
            self.title |= text.trim().len() > "– Signet".len();
        }
        Ok(())
    }

    fn tag(&mut self, tag: &str) -> Result<(), String> {
        if tag.starts_with('!') {
            return Ok(());
        }
        if let Some(name) = tag.strip_prefix('/') {
            return match self.open.pop() {
                Some(open) if open == name => Ok(()),
                other => Err(format!("</{name}> closes {other:?}")),
            };
        }
        let closed = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let attributes = attributes_of(attributes)?;
        self.attributes(name, &attributes)?;
        self.holds_data = attributes.iter().any(|(key, value)| key == "type" && value == "application/ld+json");
        if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
            let last = self.headings.last().copied().unwrap_or(0);
            // A summary of errors stands before everything else, also before the title of the page.
            if level > last.max(1) + 1 {
                return Err(format!("h{level} after h{last}"));
            }
            self.headings.push(level);
        }
        if !closed && !VOID.contains(&name) {
            self.open.push(name.to_owned());
        }
        Ok(())
    }

    fn attributes(&mut self, name: &str, attributes: &[(String, String)]) -> Result<(), String> {
        let is_download = attributes.iter().any(|(key, _)| key == "download");
        for (key, value) in attributes {
            match key.as_str() {
                "id" if !self.ids.insert(value.clone()) => return Err(format!("id {value} stands twice")),
                "for" | "data-copy" => self.wanted.push(value.clone()),
                // Each may name several.
                "aria-labelledby" | "aria-describedby" => self.wanted.extend(value.split(' ').map(str::to_owned)),
                "style" => return Err("inline style".into()),
                "src" if name == "img" && is_data(value, &PICTURES) => {}
                "href" if name == "a" && is_data(value, &DOWNLOADS) && !is_download => {
                    return Err("a file that would be opened".into());
                }
                "href" if name == "a" && is_data(value, &DOWNLOADS) => {}
                "src" | "action" if !value.starts_with('/') => return Err(format!("{key} from elsewhere: {value}")),
                // Names of the page itself are whole addresses; nothing is fetched from there.
                "href" if name == "link" && is_own_name(attributes) => self.address(value)?,
                "href" if name == "link" && !value.starts_with('/') => {
                    return Err(format!("link to elsewhere: {value}"));
                }
                "href" => self.address(value)?,
                key if key.starts_with("on") => return Err(format!("inline handler {key}")),
                _ => {}
            }
        }
        let has = |key: &str| attributes.iter().any(|(name, _)| name == key);
        match name {
            "img" if !(has("alt") && has("width") && has("height")) => Err("img without alt, width or height".into()),
            "svg" if !has("aria-hidden") => Err("svg that is read aloud".into()),
            "th" if !has("scope") => Err("th without scope".into()),
            _ => Ok(()),
        }
    }

    fn address(&mut self, value: &str) -> Result<(), String> {
        match value.strip_prefix('#') {
            Some(id) => self.wanted.push(id.to_owned()),
            None if ["/", "https://", "http://", "mailto:"].iter().any(|start| value.starts_with(start)) => {}
            None => return Err(format!("odd address {value}")),
        }
        Ok(())
    }

    fn finish(self) -> Result<(), String> {
        if let Some(open) = self.open.last() {
            return Err(format!("<{open}> is not closed"));
        }
        if let Some(missing) = self.wanted.iter().find(|id| !self.ids.contains(*id)) {
            return Err(format!("no element has id {missing}"));
        }
        if self.headings.iter().filter(|level| **level == 1).count() != 1 {
            return Err("not exactly one h1".into());
        }
        if !self.title {
            return Err("no title".into());
        }
        Ok(())
    }
}

fn attributes_of(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let name_end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        let Some(value) = after.strip_prefix('=') else {
            attributes.push((name.to_owned(), String::new()));
            rest = after.trim_start();
            continue;
        };
        let value = value.strip_prefix('"').ok_or_else(|| format!("{name} is not quoted"))?;
        let (value, after) = value.split_once('"').ok_or_else(|| format!("{name} is not closed"))?;
        attributes.push((name.to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    Ok(attributes)
}

#[test]
fn the_reader_sees_what_is_wrong() {
    let page = |body: &str| {
        format!(
            "<!doctype html>\n<html lang=\"cs\"><head><title>Zkouška – Signet</title></head><body><h1>Zkouška</h1>{body}</body></html>"
        )
    };
    check(&page("<p>v pořádku<br></p>")).unwrap();
    for wrong in [
        "<p>",
        "<p></div>",
        "<p style=\"color:red\">x</p>",
        "<script>x</script>",
        "<img src=\"https://elsewhere.example/x.png\" alt=\"\" width=\"1\" height=\"1\">",
        "<a href=\"javascript:x\">x</a>",
        "<a href=\"data:application/pdf;base64,AA==\">x</a>",
        "<a href=\"data:text/html;base64,AA==\" download=\"x\">x</a>",
        "<img src=\"data:image/svg+xml;base64,AA==\" alt=\"\" width=\"1\" height=\"1\">",
        "<label for=\"none\">x</label>",
        "<h3>x</h3>",
        "<h1>x</h1>",
        "<b id=\"a\"></b><b id=\"a\"></b>",
    ] {
        assert!(check(&page(wrong)).is_err(), "{wrong}");
    }
}
