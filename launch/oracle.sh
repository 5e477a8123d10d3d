#!/bin/sh
# Runs the recorded cases of the compatible tool through the launcher and compares.
#   launch/oracle.sh [FOLDER]
# FOLDER holds cases/, expected/, run.py and compare.py; without it the one that lies beside the checkout is taken.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
oracle=${1:-$home/../shared/oracle}
if [ ! -f "$oracle/run.py" ]; then
  echo "Recorded cases: none beside the checkout, so they were not compared."
  exit 0
fi
if ! command -v python3 >/dev/null; then
  echo "Recorded cases: comparing them needs python3 (apt-get install python3-minimal), so they were not compared."
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "Recorded cases (differences on purpose, and what is not there yet: docs/oracle-differences.tsv):"
# Built before, so that no case has to: a case has an empty HOME and half a minute.
"$home/cadastre" version >/dev/null
python3 "$oracle/run.py" "$home/cadastre" "$work" --jobs 2 >"$work/run.log" 2>&1 || {
  tail -n 20 "$work/run.log"
  exit 1
}
python3 "$oracle/compare.py" "$oracle/expected" "$work" --known "$home/docs/oracle-differences.tsv"
