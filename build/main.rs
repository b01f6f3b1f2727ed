//! Makes of the codebook's TOML files what the program carries: cues compiled and filed, concepts and formulas joined, as
//! Rust values that are there when it starts. The rooms that compile a user's codebook compile this one here, by the same
//! files.

#![allow(dead_code, unused_imports, reason = "the rooms serve the program, of which a part is needed here")]

use std::path::{Path, PathBuf};

#[path = "../src/text"]
mod text {
    pub mod form;
    pub mod language;
    #[path = "../../build/simplified.rs"]
    pub mod simplified;
    pub mod span;

    pub use form::Form;
    pub use language::Language;
    pub use span::Span;
}

/// What is wrong with a user's file; none is read here.
mod tables {
    #[derive(Debug, Clone, thiserror::Error)]
    #[error("a file of a user")]
    pub struct Fault;
}

#[path = "../src/codebook"]
mod codebook {
    pub mod concepts;
    pub mod formulas;
    pub mod labels;
    pub mod matcher;
    pub mod named;
    pub mod owned;
    pub mod pattern;
    pub mod raw;
    pub mod rules;
    #[path = "../../build/source.rs"]
    pub mod source;
    pub mod words;

    pub use labels::{Act, ActEntry, Bilingual, Examples, SideEntry, Topic};
    pub use words::{List, Words};
}

#[allow(clippy::print_stdout, reason = "what cargo reads")]
fn main() {
    let data = Path::new("src/codebook/data");
    for folder in ["build", "src/codebook", "src/text"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    place_fixed();
    let read = |name: &str| {
        let file = data.join(name);
        std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
    };
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let source = codebook::source::embedded(&read).unwrap_or_else(|e| panic!("{e}"));
    std::fs::write(out.join("embedded.rs"), source).expect("the build's folder takes files");
    let table = text::simplified::table(|c| text::form::simplify(c.encode_utf8(&mut [0; 4])).is_some());
    std::fs::write(out.join("simplified.rs"), table).expect("the build's folder takes files");
}

/// Has the program linked to lie at a fixed place, where the linker can do so: the carried codebook and what the libraries
/// carry hold some 37,000 addresses, and to set them all at every start, since the place is drawn anew, takes longer than to
/// code a page of text. Stack, heap and shared libraries stay where the system draws them.
#[allow(clippy::print_stdout, reason = "what cargo reads")]
fn place_fixed() {
    let is = |name: &str, values: &[&str]| std::env::var(name).is_ok_and(|v| values.contains(&v.as_str()));
    if is("CARGO_CFG_TARGET_OS", &["linux"])
        && is("CARGO_CFG_TARGET_ENV", &["gnu"])
        && is("CARGO_CFG_TARGET_ARCH", &["x86_64", "aarch64"])
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
