//! How long each room takes, on invented texts of the length of real ones: `cargo bench`.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

use readout::codebook::Codebook;
use readout::coding::{self, Coded};
use readout::comparison::{self, Order};
use readout::readout::{Meeting, Readout};
use readout::render::{self, CodeFormat, CompareFormat, Options};
use readout::text::sentences::{SegmentOptions, segment};

/// A fixture, said over until it has `bytes` bytes of body.
fn text(file: &str, bytes: usize) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file);
    let text = std::fs::read_to_string(&path).expect("the fixture is there");
    let body = text.rfind("\n---\n").map_or(0, |at| at + 5);
    let (head, body) = text.split_at(body);
    head.to_owned() + &body.repeat(bytes.div_ceil(body.len()))
}

fn load(file: &str, text: &str) -> Readout {
    Readout::parse(Path::new(file), text).expect("the fixture is a readout")
}

fn rooms(c: &mut Criterion) {
    let codebook = Codebook::embedded();
    let texts =
        [("us.md", text("2031-05-12-lakeford/us.md", 6_000)), ("cn.md", text("2031-05-12-lakeford/cn.md", 8_000))];
    let code = |readout: Readout| -> Coded { coding::code(readout, &codebook).expect("the codebook compiles") };

    for (name, text) in &texts {
        let language = if *name == "us.md" { "english" } else { "chinese" };
        let readout = load(name, text);
        let mut group = c.benchmark_group(language);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("load", |b| b.iter(|| load(name, black_box(text))));
        group.bench_function("segment", |b| {
            b.iter(|| segment(black_box(&readout.body), readout.language, &SegmentOptions::default()));
        });
        group.bench_function("code", |b| b.iter(|| code(black_box(readout.clone()))));
        let coded = [code(readout.clone())];
        for format in [CodeFormat::Text, CodeFormat::Jsonl, CodeFormat::Csv] {
            group.bench_function(format!("render code {format:?}").to_lowercase(), |b| {
                let options = Options::default();
                b.iter(|| render::coded(&mut Vec::new(), black_box(&coded), format, &options));
            });
        }
    }

    let meeting = Meeting::of(texts.iter().map(|(name, text)| load(name, text)).collect());
    let order = Order::Given(Vec::new());
    let compare = |meeting: Meeting| comparison::compare(meeting, &order, &codebook).expect("the codebook compiles");
    let mut group = c.benchmark_group("meeting");
    group.bench_function("compare", |b| b.iter(|| compare(black_box(meeting.clone()))));
    let comparison = compare(meeting.clone());
    for format in [CompareFormat::Text, CompareFormat::Markdown, CompareFormat::Html, CompareFormat::Json] {
        group.bench_function(format!("render {format:?}").to_lowercase(), |b| {
            let options = Options { width: 120, ..Options::default() };
            b.iter(|| render::comparison(&mut Vec::new(), black_box(&comparison), &codebook, format, &options));
        });
    }
    group.bench_function("load codebook", |b| b.iter(Codebook::embedded));
}

criterion_group!(benches, rooms);
criterion_main!(benches);
