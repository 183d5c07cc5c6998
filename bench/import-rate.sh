#!/usr/bin/env bash
# Measures the rows a second of an import in a running program with 256 MB of heap, into empty books each time. Prints a table.
#   bench/import-rate.sh               100 000 generated lines five times, and 1 000 000 once
#   bench/import-rate.sh 50000         this number, five times
#   bench/import-rate.sh FILE [EUR]    your own file and its currency, five times; gzip is unpacked first
set -euo pipefail
source "$(dirname "$0")/common.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints a table of $2 imports of file $1, whose currency is $3.
rate() {
  bench -Xmx256m -- ImportBench "$1" "$3" "$2"
  echo
}

case "${1:-}" in
  "")
    bank_file 100000 >"$work/bank.csv"
    rate "$work/bank.csv" 5 EUR
    bank_file 1000000 >"$work/bank.csv"
    rate "$work/bank.csv" 1 EUR
    ;;
  *[!0-9]*)
    case "$1" in
      *.gz) gzip -dc "$1" >"$work/bank.csv" ;;
      *) cp "$1" "$work/bank.csv" ;;
    esac
    rate "$work/bank.csv" 5 "${2:-EUR}"
    ;;
  *)
    bank_file "$1" >"$work/bank.csv"
    rate "$work/bank.csv" 5 EUR
    ;;
esac
