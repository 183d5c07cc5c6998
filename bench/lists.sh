#!/usr/bin/env bash
# Measures a page of 50 transactions out of a million, in every order and with every filter, and prints a table. Takes two minutes and some
# 600 MB of temporary space.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx1g -- ListBench
