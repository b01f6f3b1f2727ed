//! Which hosts may be read: every name is looked up here, and the connection goes to the addresses found here and to no
//! others, so that a name cannot mean one thing when it is judged and another when it is read.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// What sort of address this is, where it may not be read.
pub(super) type Judge = fn(IpAddr) -> Option<&'static str>;

/// Looks up names and keeps the addresses that may be read.
#[derive(Debug)]
pub(super) struct Guard {
    names: DefaultResolver,
    judge: Judge,
}

impl Guard {
    pub fn new(judge: Judge) -> Self {
        Self { names: DefaultResolver::default(), judge }
    }
}

/// A host of which no address may be read: one of them, and of what sort it is.
#[derive(Debug, thiserror::Error)]
#[error("{ip} is {sort}")]
pub(super) struct Reserved {
    pub ip: IpAddr,
    pub sort: &'static str,
}

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout).map_err(|e| match e {
            ureq::Error::Io(_) => ureq::Error::HostNotFound,
            e => e,
        })?;
        let mut kept = self.empty();
        let mut reserved = None;
        for address in &found {
            match (self.judge)(address.ip()) {
                None => kept.push(*address),
                Some(sort) => reserved = reserved.or(Some(Reserved { ip: address.ip(), sort })),
            }
        }
        match reserved {
            Some(reserved) if kept.is_empty() => Err(ureq::Error::Other(Box::new(reserved))),
            _ => Ok(kept),
        }
    }
}

/// What sort of address this is, where it is not a public one of a single host. By the special-purpose registries of
/// IANA; where an IPv6 address holds an IPv4 address, that one counts too.
pub(super) fn reserved(ip: IpAddr) -> Option<&'static str> {
    match ip {
        IpAddr::V4(v4) => reserved_v4(v4),
        IpAddr::V6(v6) => reserved_v6(v6),
    }
}

fn reserved_v4(ip: Ipv4Addr) -> Option<&'static str> {
    Some(match ip.octets() {
        [0, 0, 0, 0] => "the unspecified address",
        [127, ..] => "a loopback address",
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => "a private address",
        [169, 254, ..] => "a link-local address",
        [100, 64..=127, ..] => "a shared address of a provider's network",
        [224..=239, ..] => "a multicast address",
        [255, 255, 255, 255] => "the broadcast address",
        // This network, protocol assignments, documentation, 6to4 relays, benchmarks, and the former class E.
        [0, ..]
        | [192, 0, 0 | 2, _]
        | [192, 88, 99, _]
        | [198, 18 | 19, ..]
        | [198, 51, 100, _]
        | [203, 0, 113, _]
        | [240..=255, ..] => "a reserved address",
        _ => return None,
    })
}

fn reserved_v6(ip: Ipv6Addr) -> Option<&'static str> {
    let words = ip.segments();
    let [.., a, b] = words;
    let held = Ipv4Addr::from((u32::from(a) << 16) | u32::from(b));
    Some(match words {
        [0, 0, 0, 0, 0, 0, 0, 0] => "the unspecified address",
        [0, 0, 0, 0, 0, 0, 0, 1] => "a loopback address",
        // IPv4 as IPv6, and IPv4 behind a translator.
        [0, 0, 0, 0, 0, 0xffff, _, _] | [0x64, 0xff9b, 0, 0, 0, 0, _, _] => return reserved_v4(held),
        [0xfe80..=0xfebf, ..] => "a link-local address",
        [0xfc00..=0xfdff, ..] => "a unique local address",
        [0xfec0..=0xfeff, ..] => "a site-local address",
        [0xff00..=0xffff, ..] => "a multicast address",
        // Protocol assignments with Teredo, documentation, 6to4, and documentation again.
        [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => "a reserved address",
        [0x2000..=0x3fff, ..] => return None,
        _ => "a reserved address",
    })
}

#[cfg(test)]
mod tests {
    use super::reserved;

    #[test]
    fn public_addresses_pass() {
        let public = [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.1",
            "192.167.255.255",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2001:200::1",
            "2606:4700::1111",
            "2a00:1450:4001::200e",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
        ];
        for ip in public {
            assert_eq!(reserved(ip.parse().expect(ip)), None, "{ip}");
        }
    }

    #[test]
    fn every_other_sort_is_refused() {
        let refused = [
            ("unspecified", &["0.0.0.0", "::", "::ffff:0.0.0.0"][..]),
            ("loopback", &["127.0.0.1", "127.255.255.255", "::1", "::ffff:127.0.0.1", "64:ff9b::127.0.0.1"]),
            ("private", &["10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.1.1"]),
            ("private", &["::ffff:10.1.2.3", "::ffff:192.168.0.1", "64:ff9b::172.16.0.1"]),
            ("link-local", &["169.254.0.0", "169.254.169.254", "fe80::1", "febf::1", "::ffff:169.254.169.254"]),
            ("shared", &["100.64.0.0", "100.127.255.255"]),
            ("unique local", &["fc00::1", "fd12:3456::1", "fdff::"]),
            ("site-local", &["fec0::1"]),
            ("multicast", &["224.0.0.1", "239.255.255.255", "ff02::1", "::ffff:224.0.0.1"]),
            ("broadcast", &["255.255.255.255"]),
            ("reserved", &["0.1.2.3", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255"]),
            ("reserved", &["198.51.100.7", "203.0.113.7", "240.0.0.1", "255.255.255.254"]),
            ("reserved", &["2001::1", "2001:1ff::", "2001:db8::1", "2002:7f00:1::", "3fff::1", "4000::", "5f00::1"]),
            ("reserved", &["::127.0.0.1", "::2", "100::1", "64:ff9b:1::1", "::ffff:0:7f00:1", "1fff::"]),
        ];
        for (sort, ips) in refused {
            for ip in ips {
                let found = reserved(ip.parse().expect(ip)).unwrap_or_else(|| panic!("{ip} passes"));
                assert!(found.contains(sort), "{ip}: {found}");
            }
        }
    }
}
