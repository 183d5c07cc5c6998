#!/usr/bin/env bash
# Measures everything and writes one report in Markdown, with the machine, the versions and what was aimed at beside each figure. Takes some
# thirty minutes, in which the machine should do nothing else.
#   bench/all.sh                 prints the report
#   bench/all.sh FILE            writes it to a file
#   bench/all.sh --docs          replaces the report in docs/performance.md
set -euo pipefail
source "$(dirname "$0")/common.sh"
: "${JAVA_HOME:?name the folder of a JDK 25}"
report=$(mktemp)
trap 'rm -f "$report"' EXIT

# Runs bench/$1, a script and its arguments, and puts what it prints under a heading of $2, and a sentence about it if there is one.
part() {
  echo "$(date +%H:%M:%S)  $2 ..." >&2
  {
    echo
    echo "### $2"
    echo
    [ -z "${3:-}" ] || printf '%s\n\n' "$3"
    # shellcheck disable=SC2086
    "$home/bench/"$1
  } >>"$report"
}

"$home/prorata" --version >/dev/null
bench -- Versions >"$report"
export PRORATA_BENCH_BUILT=yes
printf '\nMachine: %s. Measured on %s.\n' "$(machine)" "$(date +%F)" >>"$report"

part small.sh "The rules and the tiers by themselves" "By JMH; a µs is a millionth of a second."
part rules.sh "Rules that sort rows" "10,000 rows that have just arrived, 200 rules. Aimed at: 1 s with 20 patterns among the rules, 5 s with 200."
part warm.sh "Kept views"
part reads.sh "Cold reads"
part engines.sh "Both engines"
part lists.sh "Pages of transactions"
part "lists.sh postgresql" "Pages of transactions, over PostgreSQL"
part simulations.sh "Simulations"
part neighbours.sh "Neighbours of large files" "One household previews and imports, another reads and writes."
part memory.sh "Memory"
part day.sh "Fifty people through a day"
part import.sh "A bank file, as a user imports it"
part import-rate.sh "A bank file, the program started"
part format-rate.sh "Bank files of other formats, read and kept nowhere"
part start.sh "The start"
part page.sh "The page in a browser" "Aimed at: first content within 300 ms, at most 150 KB of script and style, 100 ms from an interaction to the next paint, no shift."

case "${1:-}" in
  "") cat "$report" ;;
  --docs)
    page=$home/docs/performance.md
    sed '/^## The latest report$/q' "$page" | cat - <(echo) "$report" >"$page.new"
    mv "$page.new" "$page"
    ;;
  *) cp "$report" "$1" ;;
esac
