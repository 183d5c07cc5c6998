#!/usr/bin/env bash
# Measures how long it takes from the start of the program to its first answer, and what it holds in memory then: five starts over books
# of 20 000 lines, with what Java learnt in the build's rehearsal and without. Needs curl; memory as Linux counts it.
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
books=$work/prorata.db
port=${PORT:-18642}

awk 'BEGIN {
  print "dateOp;label;categoryParent;category;amount;accountNum"
  for (i = 0; i < 20000; i++) {
    month = int(i / 200)
    printf "%04d-%02d-%02d;CARD SHOP %d;Everyday;Category %d;%s%d,%02d;%d\n", \
      2015 + int(month / 12), month % 12 + 1, i % 28 + 1, i % 977, i % 30, (i % 20 ? "-" : ""), i % 400, i % 100, i % 3
  }
}' >"$work/bank.csv"
"$home/prorata" household create --database "$books" --name Bench --currency EUR --member ann=Ann --member ben=Ben >/dev/null
"$home/prorata" import "$work/bank.csv" --database "$books" >/dev/null 2>&1
token=$("$home/prorata" token create --database "$books" --name bench 2>/dev/null | tail -n 1)

# Waits for an answer of 200 at $1.
answered() {
  until [ "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "http://127.0.0.1:$port$1")" = 200 ]; do
    kill -0 "$server" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
    sleep 0.01
  done
}

# Starts the program with $2 as further options of Java's, and prints a line that begins with $1.
start() {
  local begun health dashboard resident
  begun=$(date +%s%N)
  PRORATA_JAVA_OPTIONS="$2" "$home/prorata" serve --database "$books" --port "$port" >/dev/null 2>"$work/err" &
  server=$!
  answered /health
  health=$((($(date +%s%N) - begun) / 1000000))
  answered "/dashboard/summary/slim?month=2023-03"
  dashboard=$((($(date +%s%N) - begun) / 1000000))
  resident=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$server/status" 2>/dev/null || echo "?")
  echo "$1: /health after $health ms, a month's dashboard after $dashboard ms, $resident MiB resident"
  kill "$server"
  wait "$server" || true
  server=
}

echo "machine: $(nproc) cores, $(uname -sm), load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo "?"); $(date +%F)"
for run in 1 2 3 4 5; do
  start "start $run, rehearsed" "${OPTIONS:-}"
  start "start $run, as it comes" "${OPTIONS:-} -XX:AOTMode=off"
done
