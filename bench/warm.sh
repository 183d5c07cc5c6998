#!/usr/bin/env bash
# Measures cached views a second at 1, 8 and 64 connections, alternating with a bare Netty that sends the same bytes; then 304 answers, and
# reads with one write in twenty requests. Prints tables. Takes four minutes, and needs wrk (Debian: apt install wrk). Both servers and wrk
# share the machine.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -- WarmBench
