#!/usr/bin/env bash
# Simulates a working day of fifty people at a fixed rate of arrival, and measures the duration of each kind of request and the share of
# reads from caches. Takes about two minutes. Arguments: requests a second (100), seconds (120).
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx512m -- WorkingDayBench "${1:-100}" "${2:-120}"
