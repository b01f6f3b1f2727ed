//! Statements that the sides publish together: whoever publishes the text, its words are those of both.

use super::{Kind, Readout};

impl Readout {
    /// Whether the text is a statement of the sides together, by its title or, where it has none, its first line.
    #[must_use]
    pub fn is_joint(&self) -> bool {
        let two = self.principals.is_empty() || self.principals.len() > 1;
        two && self.kind == Kind::Readout
            && self.title.as_deref().or_else(|| first_line(&self.body)).is_some_and(names_one)
    }
}

/// The first line of a text, where it is no sentence.
fn first_line(body: &str) -> Option<&str> {
    const LONGEST: usize = 160;
    let line = body.lines().map(|line| line.trim_matches(['#', '*', ' ', '\u{3000}'])).find(|line| !line.is_empty())?;
    let sentence = line.ends_with(['.', '。', '；', ';', ',', '，', ':', '：']) || line.len() > LONGEST;
    (!sentence).then_some(line)
}

/// Whether a title is the name of such a statement, and does not only speak of one.
fn names_one(title: &str) -> bool {
    let title = title.to_lowercase();
    title.contains("joint") && english(&title) || title.contains(['声', '报', '件', '宣']) && chinese(&title)
}

/// 'Joint Statement on …', 'U.S.-China Joint Statement': before the name stand the sides alone.
fn english(title: &str) -> bool {
    const NAMES: [&str; 5] =
        ["joint statement", "joint communique", "joint communiqué", "joint declaration", "joint announcement"];
    const BEFORE: [&str; 14] = [
        "the", "full", "text:", "text", "of", "and", "u.s.", "us", "united", "states", "china", "chinese", "american",
        "people's",
    ];
    let Some((before, after)) = NAMES.iter().find_map(|name| title.split_once(name)).or_else(|| of_a_place(title))
    else {
        return false;
    };
    // 'U.S.-China', and not 'U.S.-Japan'.
    let known = |word: &str| word.split(['-', '–']).all(|part| BEFORE.contains(&part) || part == "sino");
    let sides = before.split_whitespace().all(known);
    // 'Joint Statement by Secretary A and Ambassador B' is of one side.
    let people = [" by ", " from "].iter().any(|word| after.starts_with(word)) && !after.contains("government");
    sides && !people
}

/// What stands before and behind 'Joint Lakeside Declaration' of two sides: a place may stand in the name.
fn of_a_place(title: &str) -> Option<(&str, &str)> {
    let (before, rest) = title.split_once("joint ")?;
    // 'Joint Interagency Statement' is of one side's agencies.
    let two = [&["u.s.", "us", "united states", "american"][..], &["china", "chinese", "sino"]];
    if !two.iter().all(|names| names.iter().any(|name| before.contains(name))) {
        return None;
    }
    let (place, after) = ["statement", "declaration", "communique"].iter().find_map(|name| rest.split_once(name))?;
    let word = place.strip_suffix(' ')?;
    (!word.contains(' ')).then_some((before, after))
}

/// 甲乙两国某地会谈联合声明: the name ends the title, and nobody says anything of it.
fn chinese(title: &str) -> bool {
    const NAMES: [&str; 5] = ["联合声明", "联合公报", "共同声明", "共同文件", "联合宣言"];
    const SIDES: [&str; 2] = ["中美", "美中"];
    const SPEAKS: [&str; 14] =
        ["反对", "关于", "就", "对", "发表", "回应", "谈", "评", "答", "谴责", "抗议", "发言人", "涉", "敦促"];
    let bare =
        title.trim_end_matches(['（', '）', '(', ')', '全', '文', '双', '语', '中', '英', '。', ' ', '\u{3000}']);
    // 甲乙关于某事的某地声明: the sides say it, and it is not said of one.
    let theirs = SIDES.iter().any(|sides| bare.starts_with(&format!("{sides}关于")));
    let told = ["发言人", "发表", "：", "，", "立场", "分歧"].iter().any(|word| bare.contains(word));
    if theirs && !told && ["声明", "宣言", "公报"].iter().any(|name| bare.ends_with(name)) {
        return true;
    }
    let before = NAMES.iter().find_map(|name| bare.strip_suffix(name));
    before.is_some_and(|before| {
        let before =
            ["会谈", "对话", "谈判", "商谈"].iter().fold(before.to_owned(), |rest, talks| rest.replace(talks, ""));
        !SPEAKS.iter().any(|word| before.contains(word)) && !of_another_state(&before)
    })
}

/// Whether one of two states by their short names is another than those of this program's texts: 中日, 美俄.
fn of_another_state(sides: &str) -> bool {
    const STATES: [char; 17] =
        ['日', '俄', '韩', '朝', '欧', '英', '法', '德', '意', '印', '澳', '加', '菲', '越', '巴', '伊', '以'];
    let (first, second) = (sides.chars().next(), sides.chars().nth(1));
    let state = |c: Option<char>| c.is_some_and(|c| STATES.contains(&c));
    matches!(first, Some('中' | '美')) && state(second) || matches!(second, Some('中' | '美')) && state(first)
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
        assert!(joint("---\nside: cn\ntitle: 中美关于加强湖泊保护的湖滨宣言\n---\n\n双方承诺采取以下举措。\n"));
        assert!(joint("---\nside: us\ntitle: U.S.-China Joint Lakeside Declaration on Lakes\n---\n\nBoth will act.\n"));
        assert!(joint("---\nside: us\n---\n\n# U.S.-China Joint Statement on Lakes\n\nThe Parties will meet.\n"));
    }

    #[test]
    fn who_speaks_of_a_joint_statement_publishes_none() {
        for title in [
            "中方坚决反对美日联合声明",
            "商务部部长就中美联合声明作介绍",
            "外交部发言人谈中美联合声明",
            "Foreign Ministry Spokesperson on the U.S.-Japan Joint Statement",
            "China Firmly Opposes the U.S.-Japan Joint Statement",
            "Secretary Ashdown on the U.S.-China Joint Statement",
            "Background Press Call on the U.S.-China Joint Statement",
            "Joint Statement from Secretary Ashdown and Ambassador Dorn",
            "中方关于湖泊的声明",
            "中日联合声明",
            "欧中气候联合声明",
            "U.S.-Japan Joint Statement",
            "Joint Chiefs of Staff on the Declaration",
            "Joint Interagency Statement on Harbours",
            "Joint Chiefs Statement on Harbours",
            "Joint Media Statement",
            "中美关于港口的磋商：商务部发言人声明",
            "中美关于港口的立场不同，外交部发表声明",
        ] {
            assert!(!joint(&format!("---\nside: cn\ntitle: {title}\n---\n\n双方承诺采取以下举措。\n")), "{title}");
        }
    }
}
