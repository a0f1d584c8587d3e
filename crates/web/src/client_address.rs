//! Who is asking: the other end of the connection, or, behind proxies that the operator trusts, whom they name.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap, HeaderName},
};

/// The most hops of a chain of proxies that are looked at.
const HOPS_MAX: usize = 20;

/// A client, as limits count it: an IPv4 address, or the /64 network of an IPv6 address, of which one household has 2⁶⁴.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Client(IpAddr);

impl From<IpAddr> for Client {
    fn from(address: IpAddr) -> Self {
        Client(match address.to_canonical() {
            IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
            v4 => v4,
        })
    }
}

/// Addresses that begin alike, such as `10.0.0.0/8`; a single address is one of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// Whether an address is one of them.
    pub fn contains(&self, address: IpAddr) -> bool {
        let wide = |address: IpAddr| match address.to_canonical() {
            IpAddr::V4(v4) => (u128::from(u32::from(v4)) << 96, true),
            IpAddr::V6(v6) => (u128::from(v6), false),
        };
        let ((own, own_kind), (other, kind)) = (wide(self.address), wide(address));
        own_kind == kind && (own ^ other).checked_shr(128 - u32::from(self.bits)).unwrap_or(0) == 0
    }
}

/// Why a text is not a network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is neither an address nor a network such as 10.0.0.0/8")]
pub struct NotANetwork(String);

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let wrong = || NotANetwork(text.to_owned());
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if bits > most { Err(wrong()) } else { Ok(Network { address, bits }) }
    }
}

/// In which header proxies name whom they speak for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ForwardedHeader {
    /// `X-Forwarded-For: client, proxy`
    #[default]
    XForwardedFor,
    /// `Forwarded: for=client, for=proxy` (RFC 7239)
    Forwarded,
}

/// Where the client's address is found.
#[derive(Clone, Debug, Default)]
pub struct ClientAddress {
    /// Proxies whose word is taken; of anybody else the header says nothing.
    pub trusted_proxies: Vec<Network>,
    /// Where they give it.
    pub header: ForwardedHeader,
}

impl ClientAddress {
    /// Whether this address is a proxy that is trusted.
    pub fn is_proxy(&self, address: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|network| network.contains(address))
    }

    /// The client of a request: the rightmost hop that is no trusted proxy. What stands further left anyone may have written.
    pub(crate) fn of(&self, headers: &HeaderMap, extensions: &Extensions) -> Option<Client> {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip();
        Some(self.behind(peer, headers).into())
    }

    fn behind(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let name = match self.header {
            ForwardedHeader::XForwardedFor => HeaderName::from_static("x-forwarded-for"),
            ForwardedHeader::Forwarded => axum::http::header::FORWARDED,
        };
        let values: Vec<&str> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        let mut known = peer;
        for hop in values.iter().rev().flat_map(|value| value.rsplit(',')).take(HOPS_MAX) {
            if !self.is_proxy(known) {
                break;
            }
            // A hop that hides its name (RFC 7239, 6.3) leaves the last one that is known.
            let Some(address) = self.hop(hop.trim()) else { break };
            known = address;
        }
        known
    }

    fn hop(&self, text: &str) -> Option<IpAddr> {
        let node = match self.header {
            ForwardedHeader::XForwardedFor => text,
            ForwardedHeader::Forwarded => text
                .split(';')
                .filter_map(|pair| pair.trim().split_once('='))
                .find(|(name, _)| name.eq_ignore_ascii_case("for"))
                .map(|(_, value)| value.trim_matches('"'))?,
        };
        let with_port = || node.parse::<SocketAddr>().ok().map(|address| address.ip());
        let bracketed = || node.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
        node.parse().ok().or_else(with_port).or_else(bracketed)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn behind(header: ForwardedHeader, peer: &str, values: &[&str]) -> String {
        let trusted_proxies = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"].map(|text| text.parse().unwrap()).into();
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(HeaderName::from_static("x-forwarded-for"), value.parse().unwrap());
            headers.append(axum::http::header::FORWARDED, value.parse().unwrap());
        }
        ClientAddress { trusted_proxies, header }.behind(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed_and_only_what_it_wrote() {
        let of = |peer: &str, values: &[&str]| behind(ForwardedHeader::XForwardedFor, peer, values);
        assert_eq!(of("192.0.2.9", &["198.51.100.1"]), "192.0.2.9", "anyone can write the header");
        assert_eq!(of("127.0.0.1", &[]), "127.0.0.1");
        assert_eq!(of("127.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(of("127.0.0.1", &["203.0.113.7, 198.51.100.1"]), "198.51.100.1", "the client wrote the left one");
        assert_eq!(of("127.0.0.1", &["203.0.113.7", "198.51.100.1, 10.1.1.1"]), "198.51.100.1", "over two proxies");
        assert_eq!(of("::ffff:127.0.0.1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(of("127.0.0.1", &["unknown"]), "127.0.0.1");
        assert_eq!(of("fd00::1", &["198.51.100.1:4711"]), "198.51.100.1");
        assert_eq!(of("127.0.0.1", &["10.0.0.1,".repeat(500).as_str()]), "127.0.0.1");
    }

    #[test]
    fn the_standard_header_is_read_in_all_its_forms() {
        let of = |value: &str| behind(ForwardedHeader::Forwarded, "127.0.0.1", &[value]);
        assert_eq!(of("for=198.51.100.1"), "198.51.100.1");
        assert_eq!(of("for=203.0.113.7, For=\"[2001:db8::7]:80\";proto=https;by=10.0.0.1"), "2001:db8::7");
        assert_eq!(of("for=\"[2001:db8::7]\""), "2001:db8::7");
        assert_eq!(of("for=_hidden"), "127.0.0.1");
    }

    #[test]
    fn a_household_is_one_client() {
        let client = |text: &str| Client::from(text.parse::<IpAddr>().unwrap());
        assert_eq!(client("2001:db8::1"), client("2001:db8::2"));
        assert_ne!(client("2001:db8::1"), client("2001:db8:0:1::1"));
        assert_eq!(client("::ffff:192.0.2.1"), client("192.0.2.1"));
        assert_ne!(client("192.0.2.1"), client("192.0.2.2"));
    }

    #[test]
    fn networks_are_read_strictly() {
        let in_network =
            |network: &str, address: &str| network.parse::<Network>().unwrap().contains(address.parse().unwrap());
        assert!(in_network("10.0.0.0/8", "10.9.8.7") && !in_network("10.0.0.0/8", "11.0.0.1"));
        assert!(in_network("0.0.0.0/0", "192.0.2.1") && !in_network("0.0.0.0/0", "2001:db8::1"));
        assert!(in_network("2001:db8::/32", "2001:db8:ffff::1") && in_network("::1", "::1"));
        for wrong in ["", "10.0.0.0/33", "10.0.0/8", "example.org", "::/129", "10.0.0.0/-1"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
