#!/usr/bin/env bash
# Proves at length that nothing stale and nothing wrong is shown: 50 people, a million operations, every answer checked; one node and two,
# a Redis that everything happens to, and some of it over HTTP. Prints a report, and ends with 1 if anything is found.
#   bench/freshness.sh [operations [most minutes [seed]]]      docs/freshness.md says how to read it
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx2g -- io.prorata.bootstrap.freshness.LongRun "$@"
