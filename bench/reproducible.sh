#!/usr/bin/env bash
# Builds the last commit twice, each time from nothing and in another folder, and compares every jar byte by byte. What Java learns in
# its rehearsal (prorata.aot) is not part of it. Takes a few minutes.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?name the folder of a JDK 25}"
# Once: a commit made meanwhile would be compared with this one.
commit=$(git -C "$home" rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  mkdir -p "$1"
  git -C "$home" archive "$commit" | tar -x -C "$1"
  (cd "$1" && ./mvnw --quiet --batch-mode package -DskipTests -Dspotless.check.skip=true)
  (cd "$1/bootstrap/target/prorata" && find . -name '*.jar' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) >"$2"
}

build "$work/one" "$work/one.sums"
build "$work/elsewhere/another" "$work/another.sums"
if ! diff "$work/one.sums" "$work/another.sums"; then
  echo "The jars above differ: the build is not reproducible." >&2
  exit 1
fi
echo "$(wc -l <"$work/one.sums") jars, $(grep -c /prorata "$work/one.sums") of them Prorata's, are the same in both builds of $commit."
