#!/usr/bin/env bash
# Compares this build with another one of the program, in one run over copies of the same books (60 000 lines): entering a transaction, the
# first look at its month, and looking again. Prints a table. Takes two minutes. Needs curl.
#   bench/builds.sh FOLDER        where the other build lies, such as a clone at an older commit
set -euo pipefail
source "$(dirname "$0")/common.sh"
other=${1:?name the folder of the other build}
work=$(mktemp -d)
servers=()
trap 'for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done; rm -rf "$work"' EXIT
port=${PORT:-18650}

# Starts the build in folder $1 over the books $2 at port $3, and waits until it answers.
serve() {
  "$1/prorata" serve --database "$2" --port "$3" >/dev/null 2>"$work/err" &
  servers+=($!)
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$3/health")" = 200 ]; do
    kill -0 "${servers[-1]}" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
    sleep 0.05
  done
}

build
"$other/prorata" --version >/dev/null
bank_file 60000 >"$work/bank.csv"
"$other/prorata" household create --database "$work/other.db" --name Bench --currency EUR --member ann=Ann --member ben=Ben >/dev/null 2>&1
"$other/prorata" import "$work/bank.csv" --database "$work/other.db" >/dev/null 2>&1
token=$("$other/prorata" token create --database "$work/other.db" --name bench 2>/dev/null | tail -n 1)
# This build takes over a copy of the older books.
cp "$work/other.db" "$work/this.db"
serve "$other" "$work/other.db" "$port"
serve "$home" "$work/this.db" "$((port + 1))"
machine
bench -- BuildsBench "http://127.0.0.1:$port" "$token" "http://127.0.0.1:$((port + 1))" "$token"
