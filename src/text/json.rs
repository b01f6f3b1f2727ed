//! JSON that a terminal can show: characters that it would obey are escaped in strings, which changes no value.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use super::scan::{holds_obeyed, is_plain};
use super::width::is_obeyed;

/// Writes a value on one line.
///
/// # Errors
/// When `out` cannot be written to, or the value cannot be JSON.
pub fn write(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut Serializer::with_formatter(out, Quiet(CompactFormatter)))?)
}

/// Writes a value over many lines, indented by two spaces.
///
/// ```
/// let mut out = Vec::new();
/// readout::text::json::write_pretty(&mut out, &["a\u{9b}31m\u{202e}b"])?;
/// assert_eq!(String::from_utf8_lossy(&out), "[\n  \"a\\u009b31m\\u202eb\"\n]");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// As [`write()`].
pub fn write_pretty(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut Serializer::with_formatter(out, Quiet(PrettyFormatter::new())))?)
}

/// Writes a piece of a string with every character escaped that a terminal would obey.
#[cold]
fn write_escaped<W: ?Sized + Write>(out: &mut W, fragment: &str) -> io::Result<()> {
    let mut from = 0;
    for (at, c) in fragment.char_indices().filter(|(_, c)| is_obeyed(*c)) {
        out.write_all(&fragment.as_bytes()[from..at])?;
        // All of them have one unit in UTF-16.
        write!(out, "\\u{:04x}", u32::from(c))?;
        from = at + c.len_utf8();
    }
    out.write_all(&fragment.as_bytes()[from..])
}

/// A form of JSON, with characters escaped that the form itself leaves as they are.
struct Quiet<F>(F);

impl<F: Formatter> Formatter for Quiet<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if is_plain(fragment) || !holds_obeyed(fragment) {
            return out.write_all(fragment.as_bytes());
        }
        write_escaped(out, fragment)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}
