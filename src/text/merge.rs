//! Owns the marks that `git merge` and its like leave in a text that they could not bring together.

/// Each stands at the beginning of a line, seven times, alone or before a space. The marks between them, `=======`, also
/// underline a heading in Markdown, and so say nothing by themselves.
const ENDS: [&str; 3] = ["<<<<<<<", "|||||||", ">>>>>>>"];

/// The line, from 1, on which the first mark of a merge stands that was not finished.
///
/// Marks that are left over from half a mend count too, but for what is a table's row (`|||||||`).
pub(crate) fn unfinished(text: &str) -> Option<usize> {
    // Hardly any text has one, and texts are megabytes long.
    if !ENDS.iter().any(|mark| text.contains(mark)) {
        return None;
    }
    text.lines().position(is_mark).map(|at| at + 1)
}

fn is_mark(line: &str) -> bool {
    let Some(rest) = ENDS.iter().find_map(|mark| line.strip_prefix(mark)) else { return false };
    if line.starts_with('|') {
        return rest.starts_with(' ') && !rest.contains('|');
    }
    rest.is_empty() || rest.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_merge_are_no_headings_rows_or_quotations() {
        assert_eq!(unfinished("Words.\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"), Some(2));
        assert_eq!(unfinished("One.\r\n=======\r\nTwo.\r\n>>>>>>>\r\n"), Some(4));
        assert_eq!(unfinished("One.\n||||||| 1a2b3c4\nTwo.\n"), Some(2));
        for whole in
            ["Talks\n=======\nWords.\n", "> > > said\n", "a <<<<<<< b\n", "<<<<<<<<\n", "|||||||\n|a||||||b|\n"]
        {
            assert_eq!(unfinished(whole), None, "{whole}");
        }
    }
}
