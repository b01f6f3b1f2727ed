#!/usr/bin/env python3
"""Whole processes side by side: `readout` and other programs on the same files in the same run.

    python3 benches/whole.py [--corpus DIR] [--archive MB] [--rounds N] [--rg PROGRAM]... [--write]

The machine is never quiet, so each round runs every program once, and what is kept is the ratio of the medians over the
rounds. A program that is not installed is skipped with a word. Releases of ripgrep differ in this by a factor of fifty, so
`--rg` may be given several times; the first is the base. `--write` puts the tables into benches/README.md.
"""

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "benches" / "README.md"
MARK = "<!-- written by whole.py -->"
PHRASE_MATCHER = """
import pathlib, sys
import spacy
from spacy.matcher import PhraseMatcher
phrases = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
models = {}
for language in ("en", "zh"):
    nlp = spacy.blank(language)
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("phrases", list(nlp.pipe(phrases)))
    models[language] = nlp, matcher
found = 0
for file in sorted(pathlib.Path(sys.argv[2]).rglob("*.md")):
    text = file.read_text(encoding="utf-8")
    nlp, matcher = models["zh" if sum("\\u4e00" <= c <= "\\u9fff" for c in text) > len(text) / 5 else "en"]
    found += len(matcher(nlp(text)))
print(found)
"""


def body(file):
    text = file.read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def sentences(corpus):
    """Sentences of every text below a folder, by language."""
    pools = {"en": [], "zh": []}
    for file in sorted(corpus.rglob("*.md")):
        if file.name in ("comparison.md", "README.md"):
            continue
        text = body(file)
        language = "zh" if len(re.findall("[\u4e00-\u9fff]", text)) > len(text) / 5 else "en"
        for line in text.splitlines():
            if line.strip() and line[0] not in "#>-*|":
                pools[language] += [s for s in re.split(r"(?<=[。！？])|(?<=[.!?]) ", line.strip()) if len(s) > 20]
    return pools


def write_text(path, side, language, pool, size, draw):
    """A text of at least `size` bytes of sentences drawn from a pool."""
    paragraphs, length = [], 0
    while length < size:
        paragraph = (" " if language == "en" else "").join(draw.choice(pool) for _ in range(draw.randint(1, 5)))
        paragraphs.append(paragraph)
        length += len(paragraph.encode()) + 2
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"---\nside: {side}\nlanguage: {language}\ndate: 2031-05-12\n---\n\n"
    path.write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


def archive(folder, texts, pools):
    """So many texts of 10 KB, half of the sides each, one in four in Chinese."""
    draw = random.Random(7)
    for number in range(texts):
        side = "us" if number % 2 == 0 else "cn"
        language = "zh" if number % 4 == 3 else "en"
        file = folder / f"{number // 1000:03}" / f"2031-05-12-m{number}" / f"{side}.md"
        write_text(file, side, language, pools[language], 10_000, draw)
    return folder


def phrases(file, count=300):
    """Plain wordings of the codebook's concepts."""
    found = []

    def walk(item):
        if isinstance(item, dict):
            for value in item.values():
                walk(value)
        elif isinstance(item, list):
            for value in item:
                walk(value)
        elif isinstance(item, str) and re.fullmatch(r"[A-Za-z' -]{4,40}|[\u4e00-\u9fff]{2,12}", item):
            found.append(item)

    concepts = tomllib.loads((ROOT / "src/codebook/data/concepts.toml").read_text(encoding="utf-8"))
    for concept in concepts["concept"]:
        for term in concept["term"]:
            walk(term.get("en", []))
            walk(term.get("zh", []))
    found = list(dict.fromkeys(found))
    random.Random(1).shuffle(found)
    file.write_text("\n".join(found[:count]) + "\n", encoding="utf-8")
    return file


def version(program):
    """What a program says of its release: the first number with a point in it."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    number = re.search(r"\d+(\.\d+)+", said)
    return number.group() if number else "of an unknown release"


def run(command):
    """Seconds of wall, seconds of processor, and peak kilobytes of one run."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, process.returncode


def side_by_side(commands, rounds):
    """Medians of wall and processor time and the largest memory of each command, run in turns."""
    taken = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(run(command))
    rows = {}
    for name, runs in taken.items():
        if any(code not in (0, 1) for *_, code in runs):
            print(f"skipped: {name} fails with {runs[0][3]}", file=sys.stderr)
            continue
        wall, processor = (statistics.median(r[i] for r in runs) for i in (0, 1))
        rows[name] = wall, processor, max(r[2] for r in runs)
    return rows


def table(title, rows, base):
    """The rows as Markdown, as ratios to `base`."""
    lines = [f"### {title}", "", "| program | wall | processor | peak memory |", "|---|---|---|---|"]
    for name, (wall, processor, memory) in rows.items():
        w, p = wall / rows[base][0], processor / rows[base][1]
        lines.append(f"| {name} | {w:.2f} | {p:.2f} | {memory / 1024:.0f} MB |")
    return "\n".join(lines) + f"\n\nTimes are ratios to `{base}`.\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpus", type=Path, default=ROOT / "tests/fixtures", help="texts to draw sentences from")
    parser.add_argument("--archive", type=int, default=14, metavar="MB", help="size of the larger archive [14]")
    parser.add_argument("--rounds", type=int, default=21, help="runs of each program on one meeting [21]")
    parser.add_argument("--rg", action="append", metavar="PROGRAM", help="a ripgrep to run, again for another one [rg]")
    parser.add_argument("--write", action="store_true", help="put the tables into benches/README.md")
    arguments = parser.parse_args()
    readout = str(ROOT / "target/release/readout")
    if not os.access(readout, os.X_OK):
        sys.exit("first: cargo build --release")
    rgs = arguments.rg or ["rg"]
    named = {}
    for program in ("difft", "git", "wdiff", *rgs):
        if shutil.which(program):
            named[program] = f"{Path(program).name} {version(program)}"
        else:
            print(f"skipped: {program} is not installed", file=sys.stderr)
    spacy = subprocess.run([sys.executable, "-c", "import spacy"], capture_output=True, check=False).returncode == 0
    if not spacy:
        print("skipped: spaCy is not installed", file=sys.stderr)

    tables = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        pools = sentences(arguments.corpus)
        draw = random.Random(3)
        us = str(write_text(scratch / "meeting/us.md", "us", "en", pools["en"], 6_000, draw))
        cn = str(write_text(scratch / "meeting/cn.md", "cn", "zh", pools["zh"], 8_000, draw))

        commands = {"readout compare": [readout, "compare", us, cn, "--format", "text"]}
        if "difft" in named:
            commands[named["difft"]] = ["difft", us, cn]
        rows = side_by_side(commands, arguments.rounds)
        tables.append(table("One meeting, 6 KB English and 8 KB Chinese", rows, named.get("difft", "readout compare")))

        commands = {"readout code": [readout, "code", us], "readout --version": [readout, "--version"]}
        if "git" in named:
            named["git"] += ", diff --word-diff"
            commands[named["git"]] = ["git", "diff", "--no-index", "--word-diff", us, cn]
        if "wdiff" in named:
            commands[named["wdiff"]] = ["wdiff", us, cn]
        rows = side_by_side(commands, arguments.rounds)
        title = "One text of 6 KB; the others: its words against another text's"
        tables.append(table(title, rows, named.get("git", "readout code")))

        small = str(archive(scratch / "small", 10 * arguments.archive, pools))
        large = str(archive(scratch / "large", 100 * arguments.archive, pools))
        words = str(phrases(scratch / "phrases"))
        code = [readout, "code", "--format", "jsonl"]
        commands = {"readout code": [*code, large], "readout code --jobs 1": [*code, "--jobs", "1", large]}
        commands["readout code --jobs 1, a tenth of the texts"] = [*code, "--jobs", "1", small]
        searches = {f"{named[rg]} with 300 phrases": rg for rg in rgs if rg in named}
        for name, rg in searches.items():
            commands[name] = [rg, "-i", "-w", "-F", "-c", "-f", words, large]
        if spacy:
            commands["spaCy PhraseMatcher, a tenth of the texts"] = [sys.executable, "-c", PHRASE_MATCHER, words, small]
        rows = side_by_side(commands, 3)
        base = next(iter(searches), "readout code")
        tables.append(table(f"An archive of {arguments.archive} MB in texts of 10 KB", rows, base))

    text = "\n".join(tables)
    print(text)
    if arguments.write:
        head = README.read_text(encoding="utf-8").split(MARK)[0]
        README.write_text(head + MARK + "\n\n" + text, encoding="utf-8")


if __name__ == "__main__":
    main()
