use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, TcpListener};

use super::{Fault, Options, fetch, follow, guard, parse, readable, shown, user_agent};

/// Loopback may be read, but for one address, which stands for a private host.
fn all_but_one(ip: IpAddr) -> Option<&'static str> {
    (ip == IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2))).then_some("a private address")
}

#[test]
fn a_redirect_to_a_private_host_is_refused() {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = server.local_addr().expect("an address").port();
    let answers = std::thread::spawn(move || {
        let (mut stream, _) = server.accept().expect("a request");
        let mut request = [0; 4096];
        let read = stream.read(&mut request).expect("a request");
        let location = format!("http://127.0.0.2:{port}/secret");
        write!(stream, "HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n").expect("an answer");
        String::from_utf8_lossy(&request[..read]).into_owned()
    });
    let asked = format!("http://127.0.0.1:{port}/page");
    let refused = follow(&asked, &Options::default(), all_but_one).expect_err("a private host");
    assert_eq!(refused.address, format!("http://127.0.0.2:{port}/secret"));
    assert_eq!(refused.from.as_deref(), Some(asked.as_str()));
    assert!(matches!(refused.fault, Fault::Private { sort: "a private address", .. }), "{refused}");
    let request = answers.join().expect("the server ends").to_lowercase();
    assert!(request.contains(&format!("user-agent: {}\r\n", user_agent())), "{request}");
}

#[test]
fn every_spelling_of_a_local_host_is_refused() {
    let spellings = [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[0:0:0:0:0:ffff:7f00:1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1:8080/",
        "http:127.0.0.1",
        "http:/\\127.0.0.1/",
        "https://192.168.0.1/",
        "http://localhost/",
        "http://LOCALHOST./",
    ];
    for given in spellings {
        let refused = fetch(given, &Options::default()).expect_err(given);
        assert!(matches!(refused.fault, Fault::Private { .. } | Fault::NoHost), "{given}: {refused}");
    }
    assert!(guard::reserved(IpAddr::V4(Ipv4Addr::LOCALHOST)).is_some());
}

#[test]
fn addresses_that_are_none_are_refused() {
    let url = |given: &str| parse(given).and_then(|url| readable(&url).map(|()| url.to_string()));
    assert_eq!(url(" https://example.org/a b#c\n"), Ok("https://example.org/a%20b".to_owned()));
    assert_eq!(url("HTTP://例子.测试/会谈"), Ok("http://xn--fsqu00a.xn--0zwm56d/%E4%BC%9A%E8%B0%88".to_owned()));
    assert_eq!(url("www.example.org/page"), Err(Fault::NoScheme));
    assert_eq!(url("file:///etc/passwd"), Err(Fault::Scheme { scheme: "file".to_owned() }));
    assert_eq!(url("ftp://example.org/a"), Err(Fault::Scheme { scheme: "ftp".to_owned() }));
    assert_eq!(url("data:text/html,a"), Err(Fault::Scheme { scheme: "data".to_owned() }));
    assert_eq!(url("https://user:secret@example.org/"), Err(Fault::Credentials));
    assert_eq!(url("https://user@example.org/"), Err(Fault::Credentials));
    for none in ["http://", "http://[::1", "http://exa mple.org/", "http://a:99999/", "http://1.2.3.4.5/"] {
        assert!(matches!(url(none), Err(Fault::Address { .. })), "{none}: {:?}", url(none));
    }
}

#[test]
fn what_is_shown_is_one_line_without_a_password() {
    assert_eq!(shown("https://user:secret@example.org/a@b"), "https://…@example.org/a@b");
    assert_eq!(shown("https://user:secret@[bad"), "https://…@[bad");
    assert_eq!(shown("https://example.org/a\r\n\u{1b}[31mred"), "https://example.org/a   [31mred");
    assert_eq!(shown(&"长".repeat(1000)).chars().count(), 401);
}
