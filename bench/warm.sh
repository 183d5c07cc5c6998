#!/usr/bin/env bash
# Measures how many kept views are answered in a second at 1, 8 and 64 connections, beside a bare Netty that sends the same bytes in the same
# minutes; then views that the asker has already, and reads among which one in twenty requests writes. Prints tables. Takes four minutes, and
# needs wrk (Debian: apt install wrk). Both servers and wrk share the machine.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -- WarmBench
