#!/usr/bin/env bash
# Measures how many entries a second are read from OFX, CAMT, QIF and MT940, with 256 MB of heap, and kept nowhere. Prints a table.
#   bench/format-rate.sh             200 000 entries of each, five times
#   bench/format-rate.sh 50000 CAMT  so many, of one format
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx256m -- FormatBench "${1:-200000}" ${2:+"$2"}
