#!/usr/bin/env bash
# Measures what a page of 50 transactions costs out of a million, in every order and under every filter, and prints a table.
# Takes two minutes and some 600 MB of temporary space.
#   bench/lists.sh               over a file
#   bench/lists.sh postgresql    over a PostgreSQL of this machine
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx1g -- ListBench "$@"
