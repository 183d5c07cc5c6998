#!/usr/bin/env bash
# Measures what the smallest steps of an answer cost, in microseconds, and prints a table: an amount divided, a month's plan, and a summary
# found in each tier or computed. JMH gives each a process of its own. Takes some two minutes beside the build; the Redis comes with it.
set -euo pipefail
source "$(dirname "$0")/common.sh"
# JMH asks Unsafe how its own fields lie in memory; Java 25 would warn of it in every process.
bench --sun-misc-unsafe-memory-access=allow -Xmx1g -- SmallBench
