#!/usr/bin/env bash
# Measures what each cold read costs with a million transactions, beside what it costs with a hundred thousand, and prints a table.
# Takes a few minutes and some 600 MB of temporary space.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?name the folder of a JDK 25}"
./mvnw --quiet --batch-mode package -DskipTests -Dspotless.check.skip=true
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g \
  -cp "bootstrap/target/test-classes:bootstrap/target/prorata/prorata.jar:bootstrap/target/prorata/lib/*" \
  io.prorata.bench.ReadsBench
