//! Statements that the sides publish together: whoever publishes the text, its words are those of both.

use super::{Kind, Readout};

impl Readout {
    /// Whether the text is a statement of the sides together, by its title or, where it has none, its first line.
    #[must_use]
    pub fn is_joint(&self) -> bool {
        self.kind == Kind::Readout && self.title.as_deref().or_else(|| first_line(&self.body)).is_some_and(names_one)
    }
}

/// The first line of a text, where it is no sentence.
fn first_line(body: &str) -> Option<&str> {
    const LONGEST: usize = 160;
    let line = body.lines().map(|line| line.trim_matches(['#', '*', ' ', '\u{3000}'])).find(|line| !line.is_empty())?;
    let sentence = line.ends_with(['.', '。', '；', ';', ',', '，', ':', '：']) || line.len() > LONGEST;
    (!sentence).then_some(line)
}

/// Whether a title calls the text by the name of such statements, and not what somebody said of one.
fn names_one(title: &str) -> bool {
    const NAMES: [&str; 9] = [
        "joint statement",
        "joint communique",
        "joint communiqué",
        "joint declaration",
        "joint announcement",
        "联合声明",
        "联合公报",
        "共同声明",
        "共同文件",
    ];
    const OF_OTHERS: [&str; 12] = [
        " by ",
        " from ",
        "remarks",
        "readout",
        "fact sheet",
        "briefing",
        "答记者问",
        "发言人",
        "谈话",
        "解读",
        "说明",
        "讲话",
    ];
    let title = title.to_lowercase();
    let name = NAMES.iter().any(|name| title.contains(name));
    name && !OF_OTHERS.iter().any(|word| title.contains(word))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn joint(text: &str) -> bool {
        Readout::parse(Path::new("us.md"), text).expect("a readout").is_joint()
    }

    #[test]
    fn a_joint_statement_is_known_by_its_title_or_first_line() {
        assert!(joint("---\nside: us\ntitle: Joint Statement on the Lakeside Talks\n---\n\nThe Parties will meet.\n"));
        assert!(joint("---\nside: cn\n---\n\n湖滨会谈联合声明\n\n双方承诺采取以下举措。\n"));
        assert!(!joint("---\nside: cn\ntitle: 发言人就联合声明答记者问\n---\n\n双方承诺采取以下举措。\n"));
        assert!(!joint("---\nside: us\ntitle: Joint Statement by Secretary A and Ambassador B\n---\n\nWe met.\n"));
        assert!(!joint("---\nside: us\n---\n\nThe two sides issued a joint statement.\n"));
        assert!(!joint("---\nside: us\nkind: remarks\ntitle: Joint Statement\n---\n\nI met him.\n"));
    }
}
