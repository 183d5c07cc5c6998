#!/usr/bin/env bash
# Measures what a page of 50 transactions costs out of a million, in every order and under every filter, and prints a table.
# Takes a minute or two and some 600 MB of temporary space.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?name the folder of a JDK 25}"
./mvnw --quiet --batch-mode package -DskipTests -Dspotless.check.skip=true
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g \
  -cp "bootstrap/target/test-classes:bootstrap/target/prorata/prorata.jar:bootstrap/target/prorata/lib/*" \
  io.prorata.bench.ListBench
