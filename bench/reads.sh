#!/usr/bin/env bash
# Measures each cold read with ten thousand, a hundred thousand and a million transactions, a new transaction with the next read, and a page of
# the list. Prints tables. Takes four minutes and some 700 MB of temporary space.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx1g -- ReadsBench
