# Finds JDK 25 for ./prorata and ./mvnw: both read this file. POSIX sh.

wanted=25

# Prints the file that $1 leads to, through any number of links. (readlink -f is missing on older macOS.)
behind_links() {
  file="$1"
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case "$target" in
      /*) file="$target" ;;
      *) file="$(dirname "$file")/$target" ;;
    esac
  done
  echo "$file"
}

# Prints the feature version of the Java in folder $1, nothing if there is no compiler in it: a JRE cannot build.
version_of() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    # Reading it is quicker than starting each Java there is.
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# Prints the folder of JDK 25, or says how to get one and fails. $1 is the command that asks.
find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(behind_links "$on_path")")")
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "/c/Program Files"/*/jdk-*; do
    if [ -n "$candidate" ] && [ "$(version_of "$candidate")" = "$wanted" ]; then
      echo "$candidate"
      return
    fi
  done
  cat >&2 <<MESSAGE
Prorata needs JDK $wanted and found none (looked at JAVA_HOME, PATH and the usual folders).

  Debian, Ubuntu   apt install openjdk-$wanted-jdk   (or temurin-$wanted-jdk from Adoptium's packages)
  macOS            brew install --cask temurin@$wanted
  Windows          winget install EclipseAdoptium.Temurin.$wanted.JDK   (then run this in Git Bash or WSL)
  SDKMAN           sdk install java $wanted-tem

If you have one elsewhere:  JAVA_HOME=/path/to/jdk-$wanted $1
MESSAGE
  exit 1
}
