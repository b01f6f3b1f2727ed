//! What the program prints for the fixtures, held byte by byte, by meeting and format: each format and each width has a
//! Chinese text in the left and in the right column. `INSTA_UPDATE=always cargo test` takes what is printed now.

mod common;

use common::{marked, shown};

const LAKEFORD: &str = "tests/fixtures/2031-05-12-lakeford";
const MARROWBAY: &str = "tests/fixtures/2031-09-03-marrowbay";
const THREE: &str = "tests/fixtures/2031-10-20-three-sides";
const FACTS: &str = "tests/fixtures/2031-11-02-fact-sheet";
const ONE: &str = "tests/fixtures/2031-12-01-one-side";
const JAKARTA: &str = "readouts/2023-07-13-jakarta";

/// Holds the output of one command line.
fn hold(name: &str, args: &[String]) {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let output = framed(&marked(&shown(&args)));
    let settings = {
        let mut settings = insta::Settings::clone_current();
        settings.set_omit_expression(true);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_description(format!("readout {}", args.join(" ")));
        settings
    };
    settings.bind(|| insta::assert_snapshot!(name, output));
}

/// A page without its style and script, which stand in files of their own, and without their hashes.
fn framed(output: &str) -> String {
    let mut output = output.to_owned();
    for (from, to) in
        [("<style>", "</style>"), ("<script>", "</script>"), ("'sha256-", "'"), ("script-src 'sha256-", "'")]
    {
        let start = output.find(from).map(|at| at + from.len());
        if let Some(start) = start.filter(|_| output.starts_with("<!DOCTYPE html>")) {
            let end = output[start..].find(to).map_or(output.len(), |at| start + at);
            output.replace_range(start..end, "…");
        }
    }
    output
}

/// One test a line, so that one run shows every snapshot that has changed.
macro_rules! held {
    ($($name:ident: $command:literal $paths:expr, $options:literal;)*) => {
        $(
            #[test]
            fn $name() {
                let mut args = vec![$command.to_owned()];
                args.extend($paths.iter().map(ToString::to_string));
                args.extend($options.split_whitespace().map(String::from));
                hold(stringify!($name), &args);
            }
        )*
    };
}

/// Files of a folder.
fn files<const N: usize>(folder: &str, names: [&str; N]) -> [String; N] {
    names.map(|name| format!("{folder}/{name}.md"))
}

held! {
    text_001_cn_us: "compare" files(THREE, ["cn", "us"]), "--width 1";
    text_001_us_cn: "compare" files(THREE, ["us", "cn"]), "--width 1";
    text_020_cn_us_lakeford: "compare" [LAKEFORD], "--sides cn,us --width 20";
    text_020_us_cn_three_sides: "compare" [THREE], "--sides us,cn --width 20";
    text_080_cn_us_marrowbay: "compare" [MARROWBAY], "--sides cn,us --width 80";
    text_080_us_cn_lakeford: "compare" [LAKEFORD], "--sides us,cn --width 80";
    text_080_fact_sheet: "compare" [FACTS], "--width 80";
    text_080_one_side: "compare" [ONE], "--width 80";
    text_120_cn_us_lakeford: "compare" [LAKEFORD], "--sides cn,us --width 120";
    text_120_us_cn_three_sides: "compare" [THREE], "--sides us,cn --width 120";
    text_200_cn_us_three_sides: "compare" [THREE], "--sides cn,us --width 200";
    text_200_us_cn_marrowbay: "compare" [MARROWBAY], "--sides us,cn --width 200";

    terminal_080_cn_us_lakeford: "compare" [LAKEFORD], "--format terminal --color always --sides cn,us --width 80";
    terminal_120_us_cn_marrowbay: "compare" [MARROWBAY], "--format terminal --color always --sides us,cn --width 120";
    terminal_200_jakarta: "compare" [JAKARTA], "--format terminal --color always --width 200";

    markdown_cn_us_marrowbay: "compare" [MARROWBAY], "--format markdown --sides cn,us";
    markdown_us_cn_lakeford: "compare" [LAKEFORD], "--format markdown --sides us,cn";
    markdown_one_side: "compare" [ONE], "--format markdown";

    html_cn_us_marrowbay: "compare" [MARROWBAY], "--format html --sides cn,us";
    html_us_cn_lakeford: "compare" [LAKEFORD], "--format html --sides us,cn";
    html_us_cn_three_sides: "compare" [THREE], "--format html --sides us,cn";
    html_fact_sheet: "compare" [FACTS], "--format html";
    html_one_side: "compare" [ONE], "--format html";
    html_wording_marrowbay: "compare" files(MARROWBAY, ["us", "cn.en"]), "--format html --only wording";

    json_cn_us_marrowbay: "compare" files(MARROWBAY, ["cn.zh", "us"]), "--format json";
    json_us_cn_three_sides: "compare" [THREE], "--format json --sides us,cn";

    csv_us_cn_three_sides: "compare" [THREE], "--format csv --sides us,cn";
    csv_claims_us_cn_three_sides: "compare" [THREE], "--only claims --format csv --sides us,cn";
    markdown_us_cn_three_sides: "compare" [THREE], "--format markdown --sides us,cn";
    terminal_120_us_cn_three_sides: "compare" [THREE], "--format terminal --color always --sides us,cn --width 120";
    text_100_versions_marrowbay: "compare" files(MARROWBAY, ["cn.zh", "cn.en"]), "--only wording --width 100";
    text_100_wording_marrowbay: "compare" files(MARROWBAY, ["us", "cn.en"]), "--only wording --width 100";

    code_text_lakeford: "code" files(LAKEFORD, ["cn"]), "";
    code_text_jakarta: "code" files(JAKARTA, ["cn", "us"]), "--format text";
    code_json_three_sides: "code" files(THREE, ["us", "cn"]), "--format json";
    code_jsonl_fact_sheet: "code" files(FACTS, ["us"]), "--format jsonl";
    code_csv_marrowbay: "code" files(MARROWBAY, ["cn.zh", "us.background"]), "--format csv";
}
