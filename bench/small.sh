#!/usr/bin/env bash
# Measures what the smallest steps of an answer cost, in microseconds, and prints a table: an amount divided, a month's plan, and a summary
# found in each tier or computed. JMH gives each a process of its own. Takes some two minutes beside the build; the Redis comes with it.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?name the folder of a JDK 25}"
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
./mvnw --quiet --batch-mode test-compile dependency:build-classpath -Dspotless.check.skip=true \
  -Dmdep.includeScope=test -Dmdep.outputFile="$classpath" -pl bootstrap -am
# JMH asks Unsafe how its own fields lie in memory; Java 25 would warn of it in every process.
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Xmx1g \
  -cp "bootstrap/target/test-classes:bootstrap/target/classes:$(cat "$classpath")" \
  io.prorata.bench.SmallBench
