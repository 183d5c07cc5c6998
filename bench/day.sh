#!/usr/bin/env bash
# A working day of fifty people in fast motion, at a fixed rate of arrival: how long each kind of request takes, and how many reads nobody
# has to compute for. Takes two minutes or so. Arguments: requests a second (100), seconds (120).
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx512m -- WorkingDayBench "${1:-100}" "${2:-120}"
