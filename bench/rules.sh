#!/usr/bin/env bash
# Measures what it takes to sort 10,000 rows by 200 rules, of which some match by patterns, and prints a table.
set -euo pipefail
source "$(dirname "$0")/common.sh"
bench -Xmx512m -- RulesBench "$@"
