#!/usr/bin/env bash
# Measures the time from the start of the program to its first answer, and its memory then: five starts over books of 20 000 lines, with the
# AOT cache and without. Prints a table. Needs curl; the memory is Linux's count.
set -euo pipefail
source "$(dirname "$0")/common.sh"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
books=$work/prorata.db
port=${PORT:-18642}

build
bank_file 20000 >"$work/bank.csv"
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

# Prints field $1 of the server's memory in MiB.
memory() {
  awk -v field="$1:" '$1 == field { print int($2 / 1024) }' "/proc/$server/status" 2>/dev/null || echo "?"
}

# Starts the program five times with $2 as further options of Java's, and prints a row of the table that begins with $1.
starts() {
  local begun health=() dashboard=() resident=() own=()
  for _ in 1 2 3 4 5; do
    begun=$(date +%s%N)
    PRORATA_JAVA_OPTIONS="$2" "$home/prorata" serve --database "$books" --port "$port" >/dev/null 2>"$work/err" &
    server=$!
    answered /health
    health+=($((($(date +%s%N) - begun) / 1000000)))
    answered "/dashboard/summary/slim?month=2023-03"
    dashboard+=($((($(date +%s%N) - begun) / 1000000)))
    resident+=("$(memory VmRSS)")
    own+=("$(memory RssAnon)")
    kill "$server"
    wait "$server" || true
    server=
  done
  echo "| $1 | $(median "${health[@]}") | $(median "${dashboard[@]}") | $(median "${resident[@]}") | $(median "${own[@]}") |"
}

echo "| medians of five starts | /health after, ms | a month's dashboard after, ms | resident, MiB | of that the process's own, MiB |"
echo "|---|---:|---:|---:|---:|"
starts "with what Java learnt in its rehearsal" "${OPTIONS:-}"
starts "without" "${OPTIONS:-} -XX:AOTMode=off"
echo "| the aim | 1500 | | 150 | |"
