//! Where the bytes come from: a file, stdin, or an address; and the time.

use std::io::Read;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use readout::files;
use readout::import::{self, ImportError, Source, address};
use readout::readout::LoadError;

use super::Network;

/// The bytes of a file, of stdin, or of an address. What is no address itself may have come from `url`.
pub(super) fn source(name: &str, url: Option<&str>, network: &Network) -> Result<Source> {
    if let Some(url) = url.filter(|url| !address::is_web(url)) {
        bail!("--url: `{url}` is no web address; give the one from which the page was saved, with https or http");
    }
    if address::is_web(name) {
        if url.is_some() {
            bail!("--url: {name} is an address already; give --url with a saved page or a text");
        }
        return fetch(name, network);
    }
    let mut bytes = Vec::new();
    let most = import::MAX_BYTES as u64;
    if name == "-" {
        std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes).context("stdin cannot be read")?;
    } else {
        let path = PathBuf::from(name);
        if let Some((scheme, _)) = name.split_once("://").filter(|_| !path.exists()) {
            bail!("{name}: {scheme} is not read; give an address with https or http, or save the page");
        }
        if path.is_dir() {
            bail!("{name}: a folder, not a file; name a saved page in it");
        }
        if !path.exists() {
            return Err(LoadError::Missing { file: path }.into());
        }
        bytes = files::read(&path, most).map_err(|source| match source.kind() {
            std::io::ErrorKind::FileTooLarge => anyhow::Error::from(ImportError::TooLarge { name: name.to_owned() }),
            _ => LoadError::Io { file: path, source }.into(),
        })?;
    }
    Ok(Source { bytes, name: name.to_owned(), address: url.map(str::to_owned), content_type: None })
}

/// The page at an address. Whoever watches a terminal sees how far it is after a second.
#[cfg(feature = "fetch")]
pub(super) fn fetch(address: &str, network: &Network) -> Result<Source> {
    use std::cell::Cell;
    use std::io::{IsTerminal, Write};
    use std::time::{Duration, Instant};

    use readout::import::fetch::{Options, fetch};

    let start = Instant::now();
    let shown = Cell::new(Duration::ZERO);
    let terminal = std::io::stderr().is_terminal();
    let progress = |read: u64, total: Option<u64>| {
        let since = start.elapsed();
        if terminal && since > Duration::from_secs(1) && since > shown.get() + Duration::from_millis(200) {
            shown.set(since);
            let of = total.map(|t| format!(" of {}", t / 1024)).unwrap_or_default();
            eprint!("\r{}{of} KiB read, {} s\x1b[K", read / 1024, since.as_secs());
            let _ = std::io::stderr().flush();
        }
    };
    let time_limit = Duration::from_secs(network.time_limit);
    let allow_private = network.allow_private;
    let page = fetch(address, &Options { time_limit, allow_private, progress: Some(&progress), ..Options::default() });
    if !shown.get().is_zero() {
        eprint!("\r\x1b[K");
    }
    let page = page?;
    Ok(Source {
        bytes: page.bytes,
        name: address.to_owned(),
        address: Some(page.address),
        content_type: page.content_type,
    })
}

/// A program without the network says so.
#[cfg(not(feature = "fetch"))]
pub(super) fn fetch(address: &str, _network: &Network) -> Result<Source> {
    bail!("{address}: this program was built without `fetch`; save the page in a browser and give the file")
}

/// The time, or that of `SOURCE_DATE_EPOCH` where output must be the same again, to the second.
pub(super) fn now() -> Result<String> {
    let time = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            text.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()).with_context(
                || format!("SOURCE_DATE_EPOCH: `{text}` is no number of seconds; unset it, or give one"),
            )?
        }
        Err(_) => jiff::Timestamp::now(),
    };
    Ok(time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}
