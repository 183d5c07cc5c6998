#!/usr/bin/env bash
# A working day of fifty people in fast motion, at a fixed rate of arrival: how long each kind of request takes, and how many reads nobody
# has to compute for. Takes a minute or two. Arguments: requests a second (50), seconds (60).
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?name the folder of a JDK 25}"
./mvnw --quiet --batch-mode package -DskipTests -Dspotless.check.skip=true
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx512m \
  -cp "bootstrap/target/test-classes:bootstrap/target/prorata/prorata.jar:bootstrap/target/prorata/lib/*" \
  io.prorata.bench.WorkingDayBench "$@"
