#!/usr/bin/env bash
# Measures the import of a bank file into an empty database with 256 MB of heap, three times, start of the program included.
#   bench/import.sh               100 000 lines made for the purpose
#   bench/import.sh FILE [EUR]    a file of your own, and its currency; gzip is unpacked first
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lines=100000
currency=${2:-EUR}
file=$work/bank.csv

case "${1:-}" in
  "")
    # A hundred months of a thousand lines: a few shops, amounts and categories in turn.
    awk -v lines="$lines" 'BEGIN {
      print "dateOp;label;categoryParent;category;amount;accountNum"
      for (i = 0; i < lines; i++) {
        month = int(i / (lines / 100))
        printf "%04d-%02d-%02d;CARD SHOP %d;Everyday;Category %d;%s%d,%02d;%d\n", \
          2015 + int(month / 12), month % 12 + 1, i % 28 + 1, i % 977, i % 30, (i % 20 ? "-" : ""), i % 400, i % 100, i % 3
      }
    }' >"$file" ;;
  *.gz) gzip -dc "$1" >"$file" ;;
  *) cp "$1" "$file" ;;
esac

"$home/prorata" --version >/dev/null
echo "machine: $(nproc) cores, $(uname -sm); heap 256 MB; $(($(wc -l <"$file") - 1)) lines; $(date +%F)"
for run in 1 2 3; do
  database=$work/run$run/prorata.db
  "$home/prorata" household create --database "$database" --name Bench --currency "$currency" --member ann=Ann >/dev/null 2>&1
  begun=$(date +%s%N)
  PRORATA_JAVA_OPTIONS=-Xmx256m "$home/prorata" import "$file" --database "$database" >"$work/out" 2>"$work/err" || {
    cat "$work/out" "$work/err" >&2
    exit 1
  }
  echo "run $run: $((($(date +%s%N) - begun) / 1000000)) ms"
done
head -n 12 "$work/out"
