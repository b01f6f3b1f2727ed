//! What each fuzz target does with any bytes at all, and what must hold of the result. `tests/fuzz_findings.rs` runs the
//! same functions over everything that was ever found.

mod codebooks;
mod comparisons;
mod imports;
mod oracles;
mod pages;
mod texts;

pub use codebooks::{codebook_file, pattern};
pub use comparisons::compare;
pub use imports::{article, html};
pub use pages::render;
pub use texts::{front_matter, segmentation};

/// What a target does with any bytes.
pub type Target = fn(&[u8]);

/// Every target by the name of its folder in `findings/`.
pub const TARGETS: [(&str, Target); 8] = [
    ("front_matter", front_matter),
    ("segmentation", segmentation),
    ("pattern", pattern),
    ("codebook_file", codebook_file),
    ("html", html),
    ("article", article),
    ("compare", compare),
    ("render", render),
];
