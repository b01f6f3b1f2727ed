#!/usr/bin/env python3
"""Reads what `readout code` writes with pandas, and prints two tables: what each side's texts are about, and what they do.

    readout code readouts --format jsonl > statements.jsonl
    readout code readouts --format csv > statements.csv
    python3 topics.py statements.jsonl statements.csv
"""

import sys

import pandas


def statements(path):
    """One row a statement. Both formats have the columns used here; JSON has the words as they are, and the evidence."""
    if path.endswith(".csv"):
        # The mark at the beginning is for Excel; topics are parted by spaces.
        table = pandas.read_csv(path, encoding="utf-8-sig", keep_default_na=False)
        table["topics"] = table["topics"].str.split()
        table["acts"] = table["topic_acts"].str.split()
        return table
    table = pandas.read_json(path, lines=True, dtype=False)
    # A text that was named by itself, in no folder that begins with a day, may have no meeting: null in JSON, nothing in CSV.
    table["meeting"] = table["meeting"].fillna("")
    return table


def main():
    lines, sheet = (statements(path) for path in sys.argv[1:3])
    same = ["file", "meeting", "side", "index", "start", "end", "speaker", "act", "topics", "acts", "denied", "length"]
    if not lines[same].equals(sheet[same]):
        sys.exit("the two files are not of the same texts")

    print("Statements by topic and side")
    # A statement that says that something was not discussed raises none of its topics.
    topics = lines[~lines["denied"]].explode("topics")
    counts = pandas.crosstab(topics["topics"], topics["side"])
    print(counts.assign(all=counts.sum(axis=1)).sort_values(["all", "topics"], ascending=[False, True]).to_string())

    print("\nStatements by act and side")
    print(pandas.crosstab(lines["act"], lines["side"]).to_string())


if __name__ == "__main__":
    main()
