#!/usr/bin/env bash
# Fuzzes the readers of bank files with mutated files: each file must be read or refused. Prints the seed of a failure.
#   bench/bank-file-fuzz.sh                 1 000 000 files
#   bench/bank-file-fuzz.sh 50000 SEED      this number of files, from this seed on
set -euo pipefail
source "$(dirname "$0")/common.sh"
PRORATA_FUZZ_FILES=${1:-1000000} PRORATA_FUZZ_SEED=${2:-$(date +%s)} "$home/prorata" test -pl adapter-bankfile -am -Dtest=AnyBankFileTest \
  -Dsurefire.failIfNoSpecifiedTests=false
grep -h "^Bank files, seed" "$home/target/test.log"
