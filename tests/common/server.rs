//! A small server on this machine, for tests of what is read from addresses.

use std::io::{Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// The header of a page.
pub const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// A server that answers each request by its path; the answer may be written bit by bit. It lives as long as the tests.
pub fn serve(answer: impl Fn(&str, &mut TcpStream) -> Result<()> + Clone + Send + 'static) -> String {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = server.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in server.incoming() {
            let Ok(mut stream) = stream else { continue };
            let answer = answer.clone();
            std::thread::spawn(move || {
                let mut request = Vec::new();
                let mut byte = [0];
                while !request.ends_with(b"\r\n\r\n") {
                    match stream.read(&mut byte) {
                        Ok(1) => request.push(byte[0]),
                        _ => break,
                    }
                }
                let request = String::from_utf8_lossy(&request).into_owned();
                let path = request.split(' ').nth(1).unwrap_or("").to_owned();
                // The reader hangs up when it has seen enough.
                let _ = answer(&path, &mut stream);
            });
        }
    });
    format!("http://{address}")
}

/// A whole answer.
pub fn whole(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) -> Result<()> {
    write!(stream, "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n", body.len())?;
    stream.write_all(body)
}

/// A redirect.
pub fn to(stream: &mut TcpStream, location: &str) -> Result<()> {
    whole(stream, "302 Found", &format!("Location: {location}\r\n"), b"moved")
}

/// A beginning, and then a byte now and then for a time.
pub fn drip(stream: &mut TcpStream, time: Duration, head: &str) -> Result<()> {
    stream.write_all(head.as_bytes())?;
    let started = Instant::now();
    while started.elapsed() < time {
        stream.write_all(b"a")?;
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
