//! Pages read from a small server on this machine that does everything a server can do wrong. Each read must end within
//! its time.

mod common;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use common::server::{HTML, drip, serve, to, whole};
use readout::import::fetch::{Fault, FetchError, Options, Page, fetch};

const LIMIT: Duration = Duration::from_secs(2);

fn quick() -> Options<'static> {
    Options { time_limit: LIMIT, size_limit: 100_000, allow_private: true, ..Options::default() }
}

/// Reads one page of a server that gives all pages the same answer, and holds the time.
fn read(path: &str, answer: fn(&str, &mut TcpStream) -> std::io::Result<()>) -> Result<Page, FetchError> {
    timed(&format!("{}{path}", serve(answer)), &quick())
}

fn timed(address: &str, options: &Options<'_>) -> Result<Page, FetchError> {
    let started = Instant::now();
    let page = fetch(address, options);
    let took = started.elapsed();
    assert!(took < options.time_limit + Duration::from_secs(2), "{address} took {took:?}");
    if let Err(e) = &page {
        let message = e.to_string();
        assert!(!message.contains('\n') && message.starts_with(&e.address), "{message}");
        // Every message ends with what to do.
        let mends =
            ["give the file", "give the address", "look at the", "leave it out", "try again", "copy it", "write it"];
        assert!(mends.iter().any(|m| message.contains(m)), "{message}");
    }
    page
}

fn fault(page: Result<Page, FetchError>) -> Fault {
    page.expect_err("a fault").fault
}

#[test]
fn a_plain_page() {
    let seen = Mutex::new(Vec::new());
    let progress = |read, total| seen.lock().expect("one thread").push((read, total));
    let root = serve(|_, s| whole(s, "200 OK", HTML, "<p>会谈</p>".as_bytes()));
    let page =
        timed(&format!("{root}/page?a=1#part"), &Options { progress: Some(&progress), ..quick() }).expect("a page");
    assert_eq!(page.bytes, "<p>会谈</p>".as_bytes());
    assert_eq!(page.address, format!("{root}/page?a=1"));
    assert_eq!(page.content_type.as_deref(), Some("text/html; charset=utf-8"));
    assert_eq!(seen.lock().expect("one thread").last(), Some(&(13, Some(13))));
}

#[test]
fn pages_of_every_type_of_text() {
    let answer: fn(&str, &mut TcpStream) -> std::io::Result<()> = |path, s| {
        let kind = path.trim_start_matches('/');
        let header = if kind.is_empty() { String::new() } else { format!("Content-Type: {kind}\r\n") };
        whole(s, "200 OK", &header, b"text")
    };
    let root = serve(answer);
    for kind in ["text/html", "TEXT/HTML;charset=gbk", "application/xhtml+xml", "text/plain", "text/markdown", ""] {
        assert_eq!(timed(&format!("{root}/{kind}"), &quick()).expect(kind).bytes, b"text");
    }
    for kind in ["application/pdf", "image/png", "application/json", "text/css", "video/mp4", "nonsense"] {
        let refused = timed(&format!("{root}/{kind}"), &quick()).expect_err(kind);
        assert_eq!(refused.fault, Fault::ContentType { found: kind.to_owned() });
        assert!(refused.to_string().contains(&format!("`{kind}`")), "{refused}");
    }
}

#[test]
fn a_chunked_page_and_one_that_ends_with_the_connection() {
    let page = read("/", |_, s| {
        write!(s, "HTTP/1.1 200 OK\r\n{HTML}Transfer-Encoding: chunked\r\n\r\n")?;
        for piece in ["3\r\none\r\n", "3\r\ntwo\r\n", "0\r\n\r\n"] {
            s.write_all(piece.as_bytes())?;
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    });
    assert_eq!(page.expect("a page").bytes, b"onetwo");
    let page = read("/", |_, s| write!(s, "HTTP/1.0 200 OK\r\n{HTML}\r\nto the end"));
    assert_eq!(page.expect("a page").bytes, b"to the end");
}

#[test]
fn redirects_lead_to_the_page() {
    let answer: fn(&str, &mut TcpStream) -> std::io::Result<()> = |path, s| match path {
        "/a/one" => to(s, "../b/two?q"),
        "/b/two?q" => to(s, "?r"),
        "/b/two?r" => to(s, "/三#part"),
        _ => whole(s, "200 OK", HTML, path.as_bytes()),
    };
    let root = serve(answer);
    let page = timed(&format!("{root}/a/one"), &quick()).expect("a page");
    assert_eq!((page.address, page.bytes), (format!("{root}/%E4%B8%89"), b"/%E4%B8%89".to_vec()));
    // From one server to another, by the whole address.
    let other = serve(|path, s| to(s, &format!("http:/{path}/b/end")));
    let page = timed(&format!("{other}{}", root.replace("http:/", "")), &quick()).expect("a page");
    assert_eq!(page.address, format!("{root}/b/end"));
}

#[test]
fn redirects_end() {
    let circle = read("/a", |path, s| to(s, if path == "/a" { "/b" } else { "/a" })).expect_err("a circle");
    assert!(matches!(&circle.fault, Fault::Circle { to } if to.ends_with("/a")), "{circle}");
    assert!(circle.to_string().contains("/b (redirected from http://127.0.0.1:"), "{circle}");
    assert!(matches!(fault(read("/a", |path, s| to(s, path))), Fault::Circle { .. }));
    let on: fn(&str, &mut TcpStream) -> std::io::Result<()> = |path, s| match path.len() {
        7.. => whole(s, "200 OK", HTML, b"end"),
        _ => to(s, &format!("{path}a")),
    };
    assert_eq!(read("/a", on).expect("five redirects").bytes, b"end");
    assert_eq!(fault(read("/", on)), Fault::TooManyRedirects { limit: 5 });
    let none = Options { redirects: 0, ..quick() };
    assert_eq!(fault(timed(&serve(on), &none)), Fault::TooManyRedirects { limit: 0 });
}

#[test]
fn redirects_to_what_is_not_read() {
    let go = |path: &str| fault(read(path, |path, s| to(s, path.trim_start_matches('/'))));
    assert_eq!(go("/file:///etc/passwd"), Fault::Scheme { scheme: "file".to_owned() });
    assert_eq!(go("/ftp://example.org/"), Fault::Scheme { scheme: "ftp".to_owned() });
    assert_eq!(go("/https://user:secret@example.org/"), Fault::Credentials);
    assert_eq!(go("/http://[bad"), Fault::Location { to: "http://[bad".to_owned() });
    assert_eq!(fault(read("/", |_, s| whole(s, "302 Found", "", b""))), Fault::NoLocation { status: 302 });
}

#[test]
fn addresses_that_are_not_read() {
    let refused = |address: &str| fault(timed(address, &quick()));
    assert_eq!(refused("file:///etc/passwd"), Fault::Scheme { scheme: "file".to_owned() });
    assert_eq!(refused("ftp://example.org/"), Fault::Scheme { scheme: "ftp".to_owned() });
    assert_eq!(refused("www.example.org"), Fault::NoScheme);
    let secret = timed("https://user:secret@example.org/", &quick()).expect_err("a password");
    assert!(secret.fault == Fault::Credentials && !secret.to_string().contains("secret"), "{secret}");
    // Where names are looked up elsewhere, the answer may be slow to come.
    assert!(matches!(refused("http://no-such-host.invalid/"), Fault::NoHost | Fault::TooSlow { .. }));
}

#[test]
fn a_private_host_is_refused_before_a_connection() {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    server.set_nonblocking(true).expect("a listener");
    let port = server.local_addr().expect("an address").port();
    for host in ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"] {
        let address = format!("http://{host}:{port}/");
        let refused = timed(&address, &Options { allow_private: false, ..quick() }).expect_err("a private host");
        assert!(matches!(refused.fault, Fault::Private { sort: "a loopback address", .. }), "{refused}");
    }
    assert_eq!(server.accept().expect_err("no connection").kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn slow_servers() {
    let patient: Options<'_> = Options { time_limit: Duration::from_millis(400), ..quick() };
    let slow = |answer| fault(timed(&serve(answer), &patient));
    let late = Fault::TooSlow { limit: patient.time_limit };
    let nothing: fn(&str, &mut TcpStream) -> std::io::Result<()> = |_, _| {
        std::thread::sleep(LIMIT * 2);
        Ok(())
    };
    assert_eq!(slow(nothing), late);
    // A byte now and then, in the headers and in the page, so that no single wait is long.
    assert_eq!(slow(|_, s| drip(s, LIMIT * 2, "HTTP/1.1 200 OK\r\nX-Slow: ")), late);
    assert_eq!(slow(|_, s| drip(s, LIMIT * 2, &format!("HTTP/1.1 200 OK\r\n{HTML}\r\n"))), late);
    // Redirects share the time.
    let answer: fn(&str, &mut TcpStream) -> std::io::Result<()> = |path, s| {
        std::thread::sleep(Duration::from_millis(150));
        to(s, &format!("{path}a"))
    };
    assert_eq!(slow(answer), late);
    assert!(late.to_string().starts_with("not read within 0.4 seconds;"), "{late}");
}

#[test]
fn pages_that_are_too_large() {
    let large = Fault::TooLarge { limit: 100_000 };
    assert_eq!(fault(read("/", |_, s| whole(s, "200 OK", HTML, &vec![b'a'; 100_001]))), large);
    assert_eq!(read("/", |_, s| whole(s, "200 OK", HTML, &vec![b'a'; 100_000])).expect("a page").bytes.len(), 100_000);
    // Announced, and never sent.
    assert_eq!(
        fault(read("/", |_, s| write!(s, "HTTP/1.1 200 OK\r\n{HTML}Content-Length: 99999999999\r\n\r\n"))),
        large
    );
    // Not announced, and without end.
    let endless = |_: &str, s: &mut TcpStream| {
        write!(s, "HTTP/1.1 200 OK\r\n{HTML}\r\n")?;
        loop {
            s.write_all(&[b'a'; 4096])?;
        }
    };
    assert_eq!(fault(read("/", endless)), large);
    let chunks = |_: &str, s: &mut TcpStream| {
        write!(s, "HTTP/1.1 200 OK\r\n{HTML}Transfer-Encoding: chunked\r\n\r\n")?;
        loop {
            write!(s, "100\r\n{}\r\n", "a".repeat(256))?;
        }
    };
    assert_eq!(fault(read("/", chunks)), large);
    assert!(Fault::TooLarge { limit: 10 << 20 }.to_string().starts_with("larger than 10 MiB"));
}

fn zipped(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(body)?;
    encoder.finish()
}

#[test]
fn compressed_pages() {
    const GZIP: &str = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n";
    assert_eq!(read("/", |_, s| whole(s, "200 OK", GZIP, &zipped(b"page")?)).expect("a page").bytes, b"page");
    // A bomb: a few kilobytes that become megabytes.
    let bomb = read("/", |_, s| whole(s, "200 OK", GZIP, &zipped(&vec![0; 20_000_000])?));
    assert_eq!(fault(bomb), Fault::TooLarge { limit: 100_000 });
    let damaged = read("/", |_, s| whole(s, "200 OK", GZIP, b"no gzip at all"));
    assert_eq!(fault(damaged), Fault::Encoding { found: "gzip".to_owned() });
    let cut = read("/", |_, s| whole(s, "200 OK", GZIP, &zipped(b"a page that breaks off")?[..20]));
    assert_eq!(fault(cut), Fault::Cut);
    let other = read("/", |_, s| whole(s, "200 OK", &GZIP.replace("gzip", "br"), b"?"));
    assert_eq!(fault(other), Fault::Encoding { found: "br".to_owned() });
}

#[test]
fn servers_that_refuse() {
    let answer: fn(&str, &mut TcpStream) -> std::io::Result<()> =
        |path, s| whole(s, &path[1..].replace('-', " "), HTML, b"<h1>a long page of excuses</h1>");
    let root = serve(answer);
    let cases = [
        ("404-Not-Found", "the server has no such page (404 Not Found)"),
        ("410-Gone", "no such page (410 Gone)"),
        ("403-Forbidden", "the server refuses (403 Forbidden); save the page in a browser"),
        ("429-Slowly", "the server refuses (429 Too Many Requests)"),
        ("500-Internal", "the server fails (500 Internal Server Error); try again later"),
        ("503-Busy", "the server fails (503 Service Unavailable)"),
        ("999-Odd", "the server fails (999)"),
        ("204-Nothing", "the server answers 204 No Content instead of a page"),
        ("202-Wait", "the server answers 202 Accepted instead of a page"),
        ("304-Same", "the server answers 304 Not Modified instead of a page"),
    ];
    for (path, want) in cases {
        let refused = timed(&format!("{root}/{path}"), &quick()).expect_err(path);
        assert!(refused.to_string().contains(want), "{refused}");
    }
}

#[test]
fn servers_that_hang_up() {
    assert_eq!(fault(read("/", |_, _| Ok(()))), Fault::Closed);
    assert_eq!(fault(read("/", |_, s| write!(s, "HTTP/1.1 200 OK\r\nContent-"))), Fault::Closed);
    let within = read("/", |_, s| write!(s, "HTTP/1.1 200 OK\r\n{HTML}Content-Length: 100\r\n\r\nhalf"));
    assert_eq!(fault(within), Fault::Cut);
    let within = read("/", |_, s| write!(s, "HTTP/1.1 200 OK\r\n{HTML}Transfer-Encoding: chunked\r\n\r\n64\r\nhalf"));
    assert_eq!(fault(within), Fault::Cut);
    // Nobody is there.
    let nobody = timed("http://127.0.0.1:1/", &quick());
    assert!(matches!(fault(nobody), Fault::NoConnection { .. }));
}

#[test]
fn servers_that_talk_nonsense() {
    for answer in [
        |_: &str, s: &mut TcpStream| s.write_all(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        |_: &str, s: &mut TcpStream| s.write_all(&[0, 159, 146, 150, 13, 10, 13, 10]),
        |_: &str, s: &mut TcpStream| s.write_all(b"HTTP/1.1 abc OK\r\n\r\n"),
        |_: &str, s: &mut TcpStream| {
            s.write_all(b"HTTP/1.1 200 OK\r\n")?;
            loop {
                s.write_all(b"X-Endless: yes\r\n")?;
            }
        },
        |_: &str, s: &mut TcpStream| write!(s, "HTTP/1.1 200 OK\r\n{HTML}Transfer-Encoding: chunked\r\n\r\nxyz\r\n"),
    ] {
        let fault = fault(read("/", answer));
        assert!(matches!(fault, Fault::NotHttp { .. }), "{fault}");
    }
}

#[test]
fn a_server_without_encryption_at_a_secure_address() {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = server.local_addr().expect("an address");
    std::thread::spawn(move || {
        let (mut stream, _) = server.accept().expect("a request");
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        // The end would overtake the answer.
        let _ = stream.read_to_end(&mut Vec::new());
    });
    let refused = timed(&format!("https://{address}/"), &quick()).expect_err("no encryption");
    assert!(matches!(refused.fault, Fault::Tls { .. }), "{refused}");
}
