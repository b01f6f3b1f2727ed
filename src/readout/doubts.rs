//! What a text says of itself that looks like a slip: it is read all the same, and the reader is told.

use super::front_matter::KNOWN;
use super::{Readout, Side};
use crate::tables::nearest;
use crate::text::language;

impl Readout {
    /// What looks like a slip in the front matter, a line each, with the file: a field that is nearly a known one, a side or
    /// a language that is not what the name of the file or the text shows, front matter without its first line.
    ///
    /// ```
    /// use std::path::Path;
    /// use readout::readout::Readout;
    ///
    /// let text = "---\nplublisher: The Ministry\n---\nThe two sides met.";
    /// let doubts = Readout::parse(Path::new("us.md"), text)?.doubts();
    /// assert_eq!(doubts, ["us.md: `plublisher` is no field of the front matter; did you mean `publisher`?"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn doubts(&self) -> Vec<String> {
        let mut found = Vec::new();
        for field in self.unknown.keys() {
            // 'source' is a field of its own, and no slip for `source_url`.
            let near = nearest(field, KNOWN).into_iter().find(|known| known.len().abs_diff(field.len()) <= 2);
            if let Some(near) = near {
                found.push(format!("`{field}` is no field of the front matter; did you mean `{near}`?"));
            }
        }
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        if let Some(named) = name.split('.').next().filter(|n| n.len() == 2).and_then(Side::new)
            && name.ends_with(".md")
            && named != self.side
        {
            let side = &self.side;
            found.push(format!("its `side` is `{side}`, and the file is called {name}; mend the one that is wrong"));
        }
        let shown = language::detect(&self.body);
        if shown != self.language {
            let language = self.language;
            found.push(format!("its `language` is `{language}`, and the text looks like `{shown}`; mend the line"));
        }
        let first = self.body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let field = first.split_once(": ").map(|(field, _)| field);
        if self.body_line == 1 && field.is_some_and(|field| KNOWN.contains(&field)) {
            found.push(format!("`{first}` is read as words of the text; front matter begins with a line of `---`"));
        }
        found.iter().map(|doubt| format!("{}: {doubt}", self.file.display())).collect()
    }
}
