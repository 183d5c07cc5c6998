#!/usr/bin/env bash
# Measures how many rows a second an import takes in, the program started, with 256 MB of heap: five times into empty books.
#   bench/import-rate.sh               100 000 lines made for the purpose
#   bench/import-rate.sh 1000000       so many
#   bench/import-rate.sh FILE [EUR]    a file of your own, and its currency
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?name the folder of a JDK 25}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
file=$work/bank.csv
currency=${2:-EUR}

case "${1:-100000}" in
  *[!0-9]*) case "$1" in
    *.gz) gzip -dc "$1" >"$file" ;;
    *) cp "$1" "$file" ;;
  esac ;;
  *)
    # A hundred months of a hundredth of the lines: a few shops, amounts and categories in turn.
    awk -v lines="${1:-100000}" 'BEGIN {
      print "dateOp;label;categoryParent;category;amount;accountNum"
      for (i = 0; i < lines; i++) {
        month = int(i / (lines / 100))
        printf "%04d-%02d-%02d;CARD SHOP %d;Everyday;Category %d;%s%d,%02d;%d\n", \
          2015 + int(month / 12), month % 12 + 1, i % 28 + 1, i % 977, i % 30, (i % 20 ? "-" : ""), i % 400, i % 100, i % 3
      }
    }' >"$file" ;;
esac

./mvnw --quiet --batch-mode package -DskipTests -Dspotless.check.skip=true
echo "machine: $(nproc) cores, $(uname -sm), load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo "?"); heap 256 MB; $(date +%F)"
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx256m \
  -cp "bootstrap/target/test-classes:bootstrap/target/prorata/prorata.jar:bootstrap/target/prorata/lib/*" \
  io.prorata.bench.ImportBench "$file" "$currency"
