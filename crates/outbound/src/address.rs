//! Which addresses may be reached.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Which addresses the HTTP client may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only, over any port.
    Public,
    /// Also this machine itself; for a demonstration and for tests.
    Loopback,
    /// Any address, as the operator's own network needs it.
    Anywhere,
}

impl Reach {
    /// Whether an address lies within reach.
    pub fn allows(self, address: IpAddr) -> bool {
        match self {
            Reach::Anywhere => true,
            Reach::Loopback => address.is_loopback() || is_public(address),
            Reach::Public => is_public(address),
        }
    }
}

/// An address that belongs to the public internet: neither private, local, shared, documentation, nor multicast
/// (IANA special-purpose registries, RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => match v6.to_ipv4_mapped().or_else(|| embedded_v4(v6)) {
            Some(v4) => is_public_v4(v4),
            None => is_public_v6(v6),
        },
    }
}

/// The IPv4 address inside NAT64 (`64:ff9b::/96`) and 6to4 (`2002::/16`) addresses.
fn embedded_v4(v6: Ipv6Addr) -> Option<Ipv4Addr> {
    let s = v6.segments();
    let from = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match s {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some(from(high, low)),
        [0x2002, high, low, ..] => Some(from(high, low)),
        _ => None,
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let special = v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_multicast()
        || v4.is_broadcast()
        || v4.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b)) // shared address space, RFC 6598
        || (a == 192 && b == 0 && c == 0) // IETF protocol assignments
        || (a == 198 && (b == 18 || b == 19)); // benchmarking, RFC 2544
    !special
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    let [first, second, ..] = v6.segments();
    // Only global unicast (2000::/3) is public; documentation and ORCHID ranges inside it are not.
    (first & 0xe000) == 0x2000
        && !(first == 0x2001 && (second == 0x0db8 || second < 0x0200))
        && !(first == 0x3fff && second < 0x1000)
}

/// A resolver that only ever answers with addresses within reach, so that a name cannot lead inside
/// (and cannot be changed between the check and the connection).
#[derive(Clone, Debug)]
pub(crate) struct GuardedResolver(pub(crate) Reach);

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let allowed: Vec<SocketAddr> = found.filter(|a| reach.allows(a.ip())).collect();
            if allowed.is_empty() {
                return Err("no address within reach".into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_public_addresses_are_public() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "192.0.2.7",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "ff02::1",
            "2001:db8::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001::1",
        ] {
            assert!(!Reach::Public.allows(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["193.84.160.1", "8.8.8.8", "2a00:1450:4014:80c::200e", "64:ff9b::808:808"] {
            assert!(Reach::Public.allows(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn loopback_is_reached_only_when_allowed() {
        let own: IpAddr = "127.0.0.1".parse().unwrap();
        assert!(Reach::Loopback.allows(own));
        assert!(!Reach::Loopback.allows("10.0.0.1".parse().unwrap()));
        assert!(Reach::Anywhere.allows("10.0.0.1".parse().unwrap()));
    }
}
