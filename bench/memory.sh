#!/usr/bin/env bash
# Measures what the server holds in memory: after its start, after six previews of a file of 10 MB and 50 000 requests, and when it has been idle for a
# minute after that. Prints a table. Takes some three minutes. Needs curl; memory as Linux counts it.
set -euo pipefail
source "$(dirname "$0")/common.sh"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
books=$work/prorata.db
port=${PORT:-18643}
address=http://127.0.0.1:$port

build
bank_file 20000 >"$work/bank.csv"
bank_file 190000 >"$work/preview.csv"
"$home/prorata" household create --database "$books" --name Bench --currency EUR --member ann=Ann --member ben=Ben >/dev/null
"$home/prorata" import "$work/bank.csv" --database "$books" >/dev/null 2>&1
token=$("$home/prorata" token create --database "$books" --name bench 2>/dev/null | tail -n 1)

# Prints a row of the table that begins with $1.
memory() {
  awk -v what="$1" -v aim="${2:-}" '
    { kib[$1] = $2 }
    END { printf "| %s | %d | %d | %s |\n", what, kib["VmRSS:"] / 1024, kib["RssAnon:"] / 1024, aim }' "/proc/$server/status"
}

"$home/prorata" serve --database "$books" --port "$port" >/dev/null 2>"$work/err" &
server=$!
until curl -sf -o /dev/null "$address/health"; do
  kill -0 "$server" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
  sleep 0.05
done
echo "| previews of $(($(wc -c <"$work/preview.csv") / 1000000)) MB | resident, MiB | of that the process's own, MiB | aim |"
echo "|---|---:|---:|---|"
memory "after the start"
previews=()
for _ in 1 2 3 4 5 6; do
  curl -sf -o /dev/null -H "Authorization: Bearer $token" -H "Content-Type: text/csv" --data-binary "@$work/preview.csv" \
    "$address/imports?dry_run=true" &
  previews+=($!)
done
for preview in "${previews[@]}"; do
  wait "$preview"
done
memory "after six previews at once"
# What follows # is not sent: the same request so many times.
curl -sf -o /dev/null -H "Authorization: Bearer $token" "$address/dashboard/summary/slim?month=2023-03#[1-25000]"
curl -sf -o /dev/null -H "Authorization: Bearer $token" "$address/transactions?month=2023-03&limit=50#[1-25000]"
memory "after 50 000 requests" "< 400"
sleep 60
memory "idle for a minute" "< 400"
