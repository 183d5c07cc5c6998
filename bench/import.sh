#!/usr/bin/env bash
# Measures the import of a bank file into an empty database with 256 MB of heap, including the start of the program, three times. Prints a
# table.
#   bench/import.sh               100 000 generated lines
#   bench/import.sh FILE [EUR]    your own file, and its currency; gzip is unpacked first
set -euo pipefail
source "$(dirname "$0")/common.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
currency=${2:-EUR}
file=$work/bank.csv

case "${1:-}" in
  "") bank_file 100000 >"$file" ;;
  *.gz) gzip -dc "$1" >"$file" ;;
  *) cp "$1" "$file" ;;
esac

build
times=()
for run in 1 2 3; do
  database=$work/run$run/prorata.db
  "$home/prorata" household create --database "$database" --name Bench --currency "$currency" --member ann=Ann >/dev/null 2>&1
  begun=$(date +%s%N)
  PRORATA_JAVA_OPTIONS=-Xmx256m "$home/prorata" import "$file" --database "$database" >"$work/out" 2>"$work/err" || {
    cat "$work/out" "$work/err" >&2
    exit 1
  }
  times+=($((($(date +%s%N) - begun) / 1000000)))
done
echo "| the whole program, 256 MB of heap | lines | median of three, ms | each, ms | aim, ms |"
echo "|---|---:|---:|---:|---:|"
echo "| \`./prorata import\` | $(($(wc -l <"$file") - 1)) | $(median "${times[@]}") | ${times[*]} | 5000 |"
