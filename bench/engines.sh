#!/usr/bin/env bash
# Measures both engines in one run: a file, a PostgreSQL of this machine with one node, and with two. Prints tables with ratios. Takes three minutes.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx1g -- EnginesBench
