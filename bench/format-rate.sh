#!/usr/bin/env bash
# Measures the number of entries a second that are read from CSV, OFX, CAMT, QIF and MT940, with 256 MB of heap, without storing them. Prints a
# table.
#   bench/format-rate.sh             200 000 entries of each, five times
#   bench/format-rate.sh 50000 CAMT  this number, of one format
#   bench/format-rate.sh FILE EUR    your own file and its currency, five times; gzip is unpacked first
set -euo pipefail
source "$(dirname "$0")/common.sh"
entries=${1:-200000}
if [[ $entries == *.gz ]]; then
  entries=$(mktemp)
  trap 'rm -f "$entries"' EXIT
  gzip -dc "$1" >"$entries"
fi
bench -Xmx256m -- FormatBench "$entries" ${2:+"$2"}
