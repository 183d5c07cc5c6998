# Common functions, sourced by the benchmarks in bash, from any folder.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Prints the machine and its load, without which figures cannot be compared.
machine() {
  local processor memory
  processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
  memory=$(awk '/^MemTotal/ { printf "%d GiB", $2 / 1048576 + 0.5 }' /proc/meminfo 2>/dev/null || true)
  echo "$(nproc 2>/dev/null || sysctl -n hw.ncpu) cores${processor:+ ($processor)}${memory:+, $memory}, $(uname -sm), load $(
    cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo "unknown")"
}

# Builds the program, unless bench/all.sh has done so already, and what a first start leaves behind.
build() {
  [ -n "${PRORATA_BENCH_BUILT:-}" ] || "$home/prorata" --version >/dev/null
}

# Runs a program of the benchmarks: bench [options for Java] -- CLASS [arguments], where CLASS without a package is one of io.prorata.bench.
bench() {
  local options=()
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  : "${JAVA_HOME:?name the folder of a JDK 25}"
  local libraries=$home/bootstrap/target/bench.classpath
  if [ -z "${PRORATA_BENCH_BUILT:-}" ] || [ ! -e "$libraries" ]; then
    (cd "$home" && ./mvnw --quiet --batch-mode package dependency:build-classpath -DskipTests -Dspotless.check.skip=true \
      -Dmdep.includeScope=test -Dmdep.outputFile="$libraries" -pl bootstrap -am) >&2
  fi
  local class=$1
  [[ $class == *.* ]] || class=io.prorata.bench.$class
  shift
  # The collector that ./prorata has.
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Dstdout.encoding=UTF-8 --enable-native-access=ALL-UNNAMED ${options[@]+"${options[@]}"} \
    -cp "$home/bootstrap/target/test-classes:$home/bootstrap/target/classes:$(cat "$libraries")" "$class" "$@"
}

# Prints a bank file of $1 lines: a hundred months with a few shops, amounts and categories in turn.
bank_file() {
  awk -v lines="$1" 'BEGIN {
    print "dateOp;label;categoryParent;category;amount;accountNum"
    for (i = 0; i < lines; i++) {
      month = int(i / (lines / 100))
      printf "%04d-%02d-%02d;CARD SHOP %d;Everyday;Category %d;%s%d,%02d;%d\n", \
        2015 + int(month / 12), month % 12 + 1, i % 28 + 1, i % 977, i % 30, (i % 20 ? "-" : ""), i % 400, i % 100, i % 3
    }
  }'
}

# Prints the middle one of the numbers given.
median() {
  printf '%s\n' "$@" | sort -n | sed -n "$(($# / 2 + 1))p"
}
