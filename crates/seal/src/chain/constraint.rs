//! Name constraints (RFC 5280 §4.2.1.10): what the authorities above allow a certificate to be called.
//!
//! directoryName, rfc822Name, uniformResourceIdentifier and dNSName are compared. A constraint of any other form, or
//! with a minimum or maximum, is not: a certificate that bears a name of such a form is refused.

use super::Constraint;
use crate::asn1::oid;
use crate::certificate::{Certificate, name_attributes, within};
use x509_cert::ext::pkix::constraints::name::GeneralSubtree;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::name::Name;

/// Most comparisons for one certificate.
const MOST_COMPARISONS: usize = 4096;

/// The constraints gathered on the way down.
#[derive(Default)]
pub(super) struct Names {
    /// One list for each authority that permits; a name must lie in each that speaks of its form.
    permitted: Vec<Vec<GeneralSubtree>>,
    excluded: Vec<GeneralSubtree>,
}

impl Names {
    /// Adds the constraints of an authority.
    pub(super) fn narrow(&mut self, authority: &Certificate) {
        if let Some(names) = &authority.extensions().names {
            self.permitted.extend(names.permitted_subtrees.clone());
            self.excluded.extend(names.excluded_subtrees.iter().flatten().cloned());
        }
    }

    /// Checks an authority's names; self-issued ones are exempt (§6.1.3 (b)).
    pub(super) fn admit(&self, authority: &Certificate) -> Result<(), Constraint> {
        if authority.is_self_issued() { Ok(()) } else { self.admit_last(authority) }
    }

    /// Checks the names of the certificate at the end of the path.
    pub(super) fn admit_last(&self, certificate: &Certificate) -> Result<(), Constraint> {
        let trees = self.excluded.len() + self.permitted.iter().map(Vec::len).sum::<usize>();
        if trees == 0 {
            return Ok(());
        }
        let subject = certificate.subject();
        let mails: Vec<String> = name_attributes(subject, oid::EMAIL_ADDRESS).collect();
        let alternative = &certificate.extensions().alternative_names;
        if trees.saturating_mul(1 + mails.len() + alternative.len()) > MOST_COMPARISONS {
            return Err(Constraint::Names);
        }
        if !subject.is_empty() {
            self.check(Named::Directory(subject))?;
        }
        for mail in &mails {
            self.check(Named::Mail(mail))?;
        }
        alternative.iter().try_for_each(|name| self.check(Named::from(name)))
    }

    fn check(&self, name: Named<'_>) -> Result<(), Constraint> {
        for tree in self.excluded.iter().filter(|tree| name.is_of_form(&tree.base)) {
            // What cannot be compared counts as excluded.
            if !is_plain(tree) || name.lies_in(&tree.base) != Some(false) {
                return Err(Constraint::Names);
            }
        }
        for trees in &self.permitted {
            let mut of_form = trees.iter().filter(|tree| name.is_of_form(&tree.base)).peekable();
            if of_form.peek().is_some() && !of_form.any(|tree| is_plain(tree) && name.lies_in(&tree.base) == Some(true))
            {
                return Err(Constraint::Names);
            }
        }
        Ok(())
    }
}

fn is_plain(tree: &GeneralSubtree) -> bool {
    tree.minimum == 0 && tree.maximum.is_none()
}

/// A name of a certificate by its form.
#[derive(Clone, Copy)]
enum Named<'a> {
    Directory(&'a Name),
    Mail(&'a str),
    Uri(&'a str),
    Host(&'a str),
    /// Any other form, which is not compared.
    Other(&'a GeneralName),
}

impl<'a> From<&'a GeneralName> for Named<'a> {
    fn from(name: &'a GeneralName) -> Self {
        match name {
            GeneralName::DirectoryName(name) => Self::Directory(name),
            GeneralName::Rfc822Name(mail) => Self::Mail(mail.as_str()),
            GeneralName::UniformResourceIdentifier(uri) => Self::Uri(uri.as_str()),
            GeneralName::DnsName(host) => Self::Host(host.as_str()),
            other => Self::Other(other),
        }
    }
}

impl Named<'_> {
    fn is_of_form(&self, base: &GeneralName) -> bool {
        match (self, base) {
            (Self::Directory(_), GeneralName::DirectoryName(_))
            | (Self::Mail(_), GeneralName::Rfc822Name(_))
            | (Self::Uri(_), GeneralName::UniformResourceIdentifier(_))
            | (Self::Host(_), GeneralName::DnsName(_)) => true,
            (Self::Other(name), base) => std::mem::discriminant(*name) == std::mem::discriminant(base),
            _ => false,
        }
    }

    /// Whether the name lies in the subtree; `None` when that cannot be decided.
    fn lies_in(&self, base: &GeneralName) -> Option<bool> {
        match (self, base) {
            (Self::Directory(name), GeneralName::DirectoryName(base)) => within(name, base),
            (Self::Mail(mail), GeneralName::Rfc822Name(base)) => mail_in(mail, base.as_str()),
            (Self::Uri(uri), GeneralName::UniformResourceIdentifier(base)) => {
                Some(host_in(uri_host(uri)?, base.as_str()))
            }
            (Self::Host(host), GeneralName::DnsName(base)) => Some(labels_in(host, base.as_str())),
            _ => None,
        }
    }
}

/// A mailbox in `box@host`, `host` (all mailboxes there) or `.domain` (all hosts below).
fn mail_in(mail: &str, base: &str) -> Option<bool> {
    let (local, host) = mail.rsplit_once('@')?;
    Some(match base.rsplit_once('@') {
        Some((base_local, base_host)) => local == base_local && host.eq_ignore_ascii_case(base_host),
        None => host_in(host, base),
    })
}

/// A host equal to `host`, or below `.domain`.
fn host_in(host: &str, base: &str) -> bool {
    if base.starts_with('.') { ends_with(host, base) } else { host.eq_ignore_ascii_case(base) }
}

/// A DNS name equal to the base or with labels before it; the empty base is every name.
fn labels_in(host: &str, base: &str) -> bool {
    let base = base.strip_prefix('.').unwrap_or(base);
    base.is_empty() || host.eq_ignore_ascii_case(base) || ends_with(host, &format!(".{base}"))
}

fn ends_with(host: &str, suffix: &str) -> bool {
    host.len() > suffix.len()
        && host
            .as_bytes()
            .iter()
            .rev()
            .zip(suffix.as_bytes().iter().rev())
            .all(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// The host of a URI with an authority; `None` without one, and for IP literals, which must not match (§4.2.1.10).
fn uri_host(uri: &str) -> Option<&str> {
    let (_, after) = uri.split_once("://")?;
    let authority = after.split(['/', '?', '#']).next()?;
    let host_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host_port.split_once(':').map_or(host_port, |(host, _)| host);
    let is_name = !host.is_empty() && !host.starts_with('[') && host.parse::<std::net::Ipv4Addr>().is_err();
    is_name.then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_hosts_and_domains() {
        assert_eq!(mail_in("a@example.test", "a@EXAMPLE.test"), Some(true));
        assert_eq!(mail_in("b@example.test", "a@example.test"), Some(false));
        assert_eq!(mail_in("b@example.test", "example.test"), Some(true));
        assert_eq!(mail_in("b@sub.example.test", "example.test"), Some(false));
        assert_eq!(mail_in("b@sub.example.test", ".example.test"), Some(true));
        assert_eq!(mail_in("b@example.test", ".example.test"), Some(false));
        assert_eq!(mail_in("nobody", "example.test"), None);
    }

    #[test]
    fn names_of_hosts() {
        assert!(labels_in("a.example.test", "example.test"));
        assert!(labels_in("example.test", "example.test"));
        assert!(!labels_in("anexample.test", "example.test"));
        assert!(labels_in("anything", ""));
    }

    #[test]
    fn hosts_of_uris() {
        assert_eq!(uri_host("https://user@host.test:8080/a?b#c"), Some("host.test"));
        for without in ["urn:x", "https:///a", "https://[::1]/", "https://127.0.0.1/"] {
            assert_eq!(uri_host(without), None, "{without}");
        }
    }
}
