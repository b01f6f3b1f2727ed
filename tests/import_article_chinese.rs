//! `readout import --article` of news articles in Chinese. All articles in the repository are invented; each has its coding
//! beside it.

mod common;

use std::collections::HashMap;
use std::path::Path;

use common::{Run, finish, readout};
use readout::codebook::Codebook;
use readout::import::article;
use readout::readout::Readout;
use readout::text::width::Widths;

const FOLDER: &str = "tests/fixtures/articles-chinese";

/// The rows of a table.
fn rows(path: &Path) -> Vec<HashMap<String, String>> {
    let mut table = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).expect("a table");
    table.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn invented_articles_are_read_as_coded() {
    let people = std::fs::read_to_string(format!("{FOLDER}/people.toml")).expect("the people");
    let codebook = Codebook::parse("people.toml", &people).expect("a good codebook");
    let mut wrong = Vec::new();
    let mut articles: Vec<_> =
        std::fs::read_dir(FOLDER).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    articles.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    articles.sort();
    assert!(articles.len() > 8);
    for path in articles {
        let text = std::fs::read_to_string(&path).expect("an article");
        let read = article::read(&text, &codebook);
        let mut found: Vec<_> = read.quotes.iter().map(Some).collect();
        for row in rows(&path.with_extension("quotes.tsv")) {
            let start: usize = row["start"].parse().expect("a number");
            let name = path.file_stem().expect("a name").to_string_lossy();
            let Some(quote) =
                found.iter_mut().find(|q| q.is_some_and(|q| q.span.start == start)).and_then(Option::take)
            else {
                wrong.push(format!("{name}: {}: not found", row["quote"]));
                continue;
            };
            let is = [quote.side.as_str(), quote.kind.as_str()];
            let right = is == [row["side"].as_str(), row["kind"].as_str()] && quote.text == row["quote"];
            if !right || !(quote.speaker.contains(&row["speaker"]) || row["speaker"].contains(&quote.speaker)) {
                wrong.push(format!(
                    "{name}: {}: {is:?} {} for {} {} {}",
                    row["quote"], quote.speaker, row["side"], row["kind"], row["speaker"]
                ));
            }
        }
        wrong.extend(
            found
                .into_iter()
                .flatten()
                .map(|q| format!("{}: nobody's: {} {} {}", path.display(), q.text, q.side, q.speaker)),
        );
    }
    assert!(wrong.is_empty(), "{} are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

fn import(root: &Path, args: &[&str]) -> Run {
    finish(readout().current_dir(root).arg("import").args(args).env("SOURCE_DATE_EPOCH", "1700000000"))
}

/// A folder with an article in it.
fn workshop(name: &str) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::copy(format!("{FOLDER}/{name}.txt"), root.path().join("article.txt")).expect("a copy");
    root
}

/// Some words of an article as a terminal of 80 columns shows them.
#[test]
fn a_dry_run_fits_a_terminal() {
    let root = workshop("voa");
    let args = ["import", "article.txt", "--article", "--dry-run"];
    let run = finish(readout().current_dir(root.path()).args(args).env("COLUMNS", "80"));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    for line in run.stdout.lines() {
        assert!(Widths::default().str_width(line) <= 80, "{line}");
    }
    for shown in [
        "us    readout    五角大楼\n      “必须避免误判”\n",
        "cn    readout    约翰·马什, through 中国国防部\n      “理解中方在台湾问题上的关切”\n",
        "us    background 官员\n      “大部分时间在念稿”\n",
    ] {
        assert!(run.stdout.contains(shown), "{shown}{}", run.stdout);
    }
    // A pipe gets each quotation in one line.
    let piped = import(root.path(), &args[1..]);
    let narrow = finish(readout().current_dir(root.path()).args(args).env("COLUMNS", "30"));
    assert!(narrow.stdout.lines().count() > piped.stdout.lines().count());
    assert!(piped.stdout.contains("      “他们炸沉一条渔船，我们打一个电话，”\n"), "{}", piped.stdout);
}

#[test]
fn an_article_becomes_files_in_chinese() {
    let root = workshop("voa");
    let id = "2031-05-12-lakeford";
    let run = import(root.path(), &["article.txt", "--article", "--meeting", id, "--date", "2031-05-13", "--reported"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let folder = root.path().join("readouts").join(id);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file");
    let cn = read("cn.md");
    for line in [
        "language: zh\n",
        "publisher: \"Ministry of National Defense of China\"\n",
        "  publisher: \"美国之音\"\n",
        "authors: [\"沈岚\"]\n",
        "> 中国家里的事，轮不到外人插手\n> — 杜衡\n",
        "> 理解中方在台湾问题上的关切\n> — 中国国防部; subject: 约翰·马什\n",
    ] {
        assert!(cn.contains(line), "{line}{cn}");
    }
    assert!(read("us.md").contains("> — 里克·多尔, 五角大楼发言人; subject: 约翰·马什\n"), "{}", read("us.md"));
    for name in ["cn.md", "us.md", "us.background.md", "us.reported.md"] {
        let readout = Readout::load(&folder.join(name)).expect("it loads");
        assert_eq!(readout.language, readout::text::Language::Zh, "{name}");
    }
    let compared = finish(readout().current_dir(root.path()).args(["compare", &format!("readouts/{id}")]));
    assert_eq!(compared.status, 0, "{}", compared.stderr);
}

/// What an article is not read of, and why, is said plainly.
#[test]
fn messages_fit_the_language() {
    let root = workshop("voa");
    let put = |name: &str, text: &str| std::fs::write(root.path().join(name), text).expect("written");
    put("silent.txt", "沈博同布罗克在湖城会面。两人很晚才离开。\n");
    put("french.txt", &"« Les navires sont vieux », a dit Brock devant la presse, et il faut les changer. ".repeat(4));
    let neither = "readout: french.txt: neither in English nor in Chinese, in which alone articles are read\n";
    for (line, status, message) in [
        ("silent.txt --dry-run", 0, "readout: silent.txt: no quotation was found\n"),
        ("french.txt --dry-run", 0, neither),
        ("french.txt --meeting m", 2, neither),
        (
            "article.txt",
            2,
            "readout: article.txt: which meeting the article is about, it does not say plainly; add --meeting YYYY-MM-DD-place, or look first with --dry-run\n",
        ),
        (
            "silent.txt --meeting m",
            2,
            "readout: silent.txt: no quotation of the sorts asked for was found; look with --dry-run, or ask for others with --kinds\n",
        ),
    ] {
        let args: Vec<&str> = line.split(' ').chain(["--article"]).collect();
        let run = import(root.path(), &args);
        assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (status, "", message), "{line}");
    }
}

/// An article as long as any that is read takes little time.
#[test]
fn a_long_article_is_read_in_little_time() {
    let root = workshop("bbc");
    let text = std::fs::read_to_string(root.path().join("article.txt")).expect("the article");
    let times = 1_000_000 / text.len();
    std::fs::write(root.path().join("article.txt"), text.repeat(times)).expect("written");
    let start = std::time::Instant::now();
    let run = import(root.path(), &["article.txt", "--article", "--dry-run", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
