#!/usr/bin/env bash
# Measures what each cold read costs with ten thousand, a hundred thousand and a million transactions, what entering one and looking again
# costs, and a page of the list. Prints tables. Takes four minutes and some 700 MB of temporary space.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx1g -- ReadsBench
