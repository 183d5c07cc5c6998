#!/usr/bin/env bash
# Measures a simulation of 60 months in a household of 50 lines over HTTP: median, p95, and what the server takes of it. Prints a table.
# Takes half a minute.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -- SimulationBench
