//! What is true of text and knows no diplomacy: spans, language, sentences, the matching form, display width, wrapping.

pub mod address;
pub mod form;
pub mod json;
pub mod language;
pub(crate) mod merge;
pub(crate) mod months;
pub(crate) mod scan;
pub mod sentences;
pub(crate) mod simplified;
pub mod span;
pub mod width;
pub mod wrap;

pub use form::Form;
pub use language::Language;
pub use span::Span;
