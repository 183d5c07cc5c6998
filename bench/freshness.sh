#!/usr/bin/env bash
# Proves at length that nothing stale and nothing wrong is shown: 50 people, a million operations, every answer checked; one node and two,
# a Redis that everything happens to, and some of it over HTTP. Prints a report, and ends with 1 if anything is found.
#   bench/freshness.sh [operations [most minutes [seed]]]      docs/freshness.md says how to read it
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?name the folder of a JDK 25}"
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
./mvnw --quiet --batch-mode test-compile dependency:build-classpath -Dspotless.check.skip=true \
  -Dmdep.includeScope=test -Dmdep.outputFile="$classpath" -pl bootstrap -am
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx2g \
  -cp "bootstrap/target/test-classes:bootstrap/target/classes:$(cat "$classpath")" \
  io.prorata.bootstrap.freshness.LongRun "$@"
