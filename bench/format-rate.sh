#!/usr/bin/env bash
# Measures how many entries a second are read from CSV, OFX, CAMT, QIF and MT940, with 256 MB of heap, and kept nowhere. Prints a table.
#   bench/format-rate.sh             200 000 entries of each, five times
#   bench/format-rate.sh 50000 CAMT  so many, of one format
#   bench/format-rate.sh FILE EUR    a file of your own and its currency, five times; gzip is unpacked first
set -euo pipefail
source "$(dirname "$0")/common.sh"
entries=${1:-200000}
if [[ $entries == *.gz ]]; then
  entries=$(mktemp)
  trap 'rm -f "$entries"' EXIT
  gzip -dc "$1" >"$entries"
fi
bench -Xmx256m -- FormatBench "$entries" ${2:+"$2"}
