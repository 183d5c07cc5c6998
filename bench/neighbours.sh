#!/usr/bin/env bash
# Measures how long a household waits while another previews six files of 340 000 lines and imports one of 300 000, over a file and over a
# PostgreSQL of this machine. Prints a table. Takes more than ten minutes.
set -euo pipefail
source "$(dirname "$0")/common.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The names of categories are left out: with them, a file of so many lines is larger than the largest that is accepted.
bank_file "${1:-340000}" | cut -d ';' -f 1,2,5,6 >"$work/preview.csv"
bank_file "${2:-300000}" >"$work/import.csv"
bench -Xmx512m -- NeighboursBench "$work/preview.csv" "$work/import.csv"
