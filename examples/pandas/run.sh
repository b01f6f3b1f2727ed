#!/usr/bin/env bash
# Runs the example on the readouts of the repository, in a virtual environment of its own, and holds its output against the
# accepted one. `run.sh --update` accepts what it prints now. READOUT names the program to run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
readout=${READOUT:-target/release/readout}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Debian's python3 comes without what makes a virtual environment.
if ! python3 -m venv "$scratch/venv" > /dev/null 2>&1; then
    apt-get update -qq && apt-get install -y -qq python3-venv > /dev/null
    python3 -m venv "$scratch/venv"
fi
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
"$readout" code readouts --format jsonl > "$scratch/statements.jsonl"
"$readout" code readouts --format csv > "$scratch/statements.csv"
"$scratch/venv/bin/python" "$here/topics.py" "$scratch/statements.jsonl" "$scratch/statements.csv" > "$scratch/output.txt"
if [ "${1:-}" = --update ]; then cp "$scratch/output.txt" "$here/output.txt"; fi
diff -u "$here/output.txt" "$scratch/output.txt" && echo "examples/pandas: as accepted"
