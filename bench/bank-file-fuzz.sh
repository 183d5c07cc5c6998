#!/usr/bin/env bash
# Tries the readers of bank files with files to which anything was done: each must be read or refused, and nothing else. Names the seed of what fails.
#   bench/bank-file-fuzz.sh                 1 000 000 files
#   bench/bank-file-fuzz.sh 50000 SEED      so many, from that seed on
set -euo pipefail
source "$(dirname "$0")/common.sh"
PRORATA_FUZZ_FILES=${1:-1000000} PRORATA_FUZZ_SEED=${2:-$(date +%s)} "$home/prorata" test -pl adapter-bankfile -am -Dtest=AnyBankFileTest \
  -Dsurefire.failIfNoSpecifiedTests=false
grep -h "^Bank files, seed" "$home/target/test.log"
