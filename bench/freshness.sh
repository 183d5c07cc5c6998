#!/usr/bin/env bash
# The long test of freshness: 50 clients, a million operations, every answer checked, on one node and two, with faults of Redis, partly over
# HTTP. Prints a report; the exit code is 1 if there is a finding.
#   bench/freshness.sh [operations [most minutes [seed]]]      docs/freshness.md explains the report
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx2g -- io.prorata.bootstrap.freshness.LongRun "$@"
