# What is given to others: ./prorata publish, release, mutants and api. Sourced by ./prorata, in bash, with $home and its functions.

# The modules whose jars others use.
published=domain,domain-testkit,architecture,application,application-testkit

# Puts the jars that others use into a Maven repository: a folder, or the address of a server whose user and password ~/.m2/settings.xml
# keeps for the server "prorata". With MAVEN_GPG_KEY (an armoured secret key) and MAVEN_GPG_PASSPHRASE, everything is signed.
publish() {
  local to='' url options=() log="$home/target/publish.log"
  while [ $# -gt 0 ]; do
    case "$1" in
      --to)
        to="${2:-}"
        [ $# -lt 2 ] || shift
        ;;
      --to=*) to="${1#--to=}" ;;
      *) options+=("$1") ;;
    esac
    shift
  done
  if [ -z "$to" ]; then
    echo "Say where to: ./prorata publish --to DIR|URL, a folder or the address of a Maven repository" >&2
    return 2
  fi
  case "$to" in
    *://*) url="$to" ;;
    *)
      mkdir -p "$to"
      url="file://$(cd "$to" && pwd -P)"
      url="${url// /%20}"
      ;;
  esac
  mkdir -p "$home/target"
  echo "Publishing to $url ..." >&2
  if ! maven deploy -Ppublish -pl "$published" -Dmaven.test.skip=true -Dmaven.install.skip=true \
    -Dspotless.check.skip=true \
    -DdeployAtEnd=true "-DaltDeploymentRepository=prorata::$url" ${options[@]+"${options[@]}"} >"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    echo "Nothing is to be used of it; all that was said is in $log" >&2
    return 1
  fi
  if [ -z "${MAVEN_GPG_KEY:-}" ]; then
    echo "Not signed: MAVEN_GPG_KEY has no key." >&2
  fi
  sed -n 's/^\[INFO\] Building Prorata \(.*\) \([0-9][^ ]*\) *\[.*/\1 \2/p' "$log"
}

# Tries small changes of the domain against its own tests: at least 90 % of them have to be seen. The report is in domain/target/pit-reports.
mutants() {
  local log="$home/target/mutants.log" verdict=0
  mkdir -p "$home/target"
  echo "Trying small changes of the domain; this takes a quarter of an hour ..." >&2
  maven -Pmutants -pl domain -Dspotless.check.skip=true test-compile org.pitest:pitest-maven:mutationCoverage "$@" >"$log" 2>&1 || verdict=$?
  grep -E '^>> (Line Coverage|Generated|Mutations|Ran)|^\[ERROR\]' "$log" | head -n 20
  echo "Every change, with the line it was made in: domain/target/pit-reports/index.html"
  return "$verdict"
}

# Compares the API of the published jars with that of an earlier version: ./prorata api [--with VERSION] [--from DIR|URL]. Without --with, with
# the version that the root pom names as the last one that was published. What breaks users fails.
api() {
  local version from='' log="$home/target/api.log" options=()
  version=$(sed -n 's|^ *<published.version>\(.*\)</published.version>$|\1|p' "$home/pom.xml")
  while [ $# -gt 0 ]; do
    case "$1" in
      --with)
        version="${2:-}"
        [ $# -lt 2 ] || shift
        ;;
      --from)
        from="${2:-}"
        [ $# -lt 2 ] || shift
        ;;
      *) options+=("$1") ;;
    esac
    shift
  done
  if [ "$version" = none ]; then
    echo "No version has been published yet: there is nothing to compare with."
    return
  fi
  if [ "$version" = "$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$home/pom.xml" | head -n 1)" ]; then
    echo "$version is the version of this tree: Maven would compare it with itself." >&2
    return 2
  fi
  case "$from" in
    '') ;;
    *://*) options+=("-Dprorata.repository=$from") ;;
    *) options+=("-Dprorata.repository=file://$(cd "$from" && pwd -P | sed 's/ /%20/g')") ;;
  esac
  mkdir -p "$home/target"
  if ! maven -Papi -pl "$published" -Dmaven.test.skip=true -Dspotless.check.skip=true "-Dpublished.version=$version" \
    verify ${options[@]+"${options[@]}"} >"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 40 >&2
    return 1
  fi
  echo "Nothing that $version has is gone or changed; reports are in */target/japicmp."
}

# What the program needs of Java: what jdeps finds in it and its libraries, the charsets and zones' names of bank files, elliptic curves for TLS to
# Redis and PostgreSQL, the memory-mapped file system of jars, and what prorata-mcp.jar listens with.
image_modules=java.base,java.compiler,java.instrument,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml
image_modules+=,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs

# Writes the image into folder $1: a Java of its own, the program, and what that Java learnt of it.
make_image() {
  local image="$1" program="$home/bootstrap/target/prorata"
  rm -rf "$image"
  "$JAVA_HOME/bin/jlink" --add-modules "$image_modules" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --include-locales en,fr,de,es,it,nl,pt,pl,sv --output "$image/java"
  mkdir -p "$image/bin" "$image/app"
  cp -a "$program/prorata.jar" "$program/lib" "$image/app/"
  cp "$home/LICENSE" "$image/"
  cat >"$image/bin/prorata" <<'SCRIPT'
#!/bin/sh
# Prorata with its own Java; what that learnt in a rehearsal makes the start faster, and is left alone where it does not fit.
set -eu
file="$0"
while [ -L "$file" ]; do
  target=$(readlink "$file")
  case "$target" in
    /*) file="$target" ;;
    *) file="$(dirname "$file")/$target" ;;
  esac
done
home=$(cd "$(dirname "$file")/.." && pwd -P)
exec "$home/java/bin/java" -Xms24m -XX:+UseSerialGC "-XX:AOTCache=$home/app/prorata.aot" '-Xlog:aot*=off,cds*=off,class+path=off' \
  -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 ${PRORATA_JAVA_OPTIONS:-} -jar "$home/app/prorata.jar" "$@"
SCRIPT
  chmod 755 "$image/bin/prorata"
}

# Lets the image's Java learn in the place where it will run: $1 is the image, $2 how that is called there.
teach_image() {
  "$1/java/bin/java" -Xms24m -XX:+UseSerialGC "-XX:AOTCacheOutput=$1/app/prorata.aot" -jar "$1/app/prorata.jar" rehearse
}

# Writes the package $3 of version $2 for Debian from image $1.
make_package() {
  local image="$1" version="$2" package="$3" tree
  tree=$(mktemp -d)
  mkdir -p "$tree/opt" "$tree/usr/bin" "$tree/lib/systemd/system" "$tree/usr/share/doc/prorata" "$tree/DEBIAN"
  cp -a "$image" "$tree/opt/prorata"
  ln -s /opt/prorata/bin/prorata "$tree/usr/bin/prorata"
  # The unit expects a Java beside the program.
  sed -e 's|/opt/prorata/jdk/bin/java|/opt/prorata/java/bin/java|; s|/opt/prorata/prorata\.|/opt/prorata/app/prorata.|g' \
    -e 's|file:///opt/prorata/docs/deploy/README.md|file:///usr/share/doc/prorata/README.md|' \
    "$home/docs/deploy/prorata.service" >"$tree/lib/systemd/system/prorata.service"
  cp "$home/docs/deploy/README.md" "$tree/usr/share/doc/prorata/README.md"
  cp "$home/LICENSE" "$tree/usr/share/doc/prorata/copyright"
  cat >"$tree/DEBIAN/control" <<CONTROL
Package: prorata
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: Prorata <prorata@example.invalid>
Installed-Size: $(du -sk "$tree/opt" | cut -f1)
Depends: libc6, zlib1g
Section: misc
Priority: optional
Description: A household's money, divided to the cent
 The server and its command line, with a Java of their own.
 The service is not started by itself: see /usr/share/doc/prorata/README.md.
CONTROL
  cat >"$tree/DEBIAN/postinst" <<'SCRIPT'
#!/bin/sh
# The service runs as a user of its own, who owns nothing but its books.
set -e
if [ "$1" = configure ] && ! getent passwd prorata >/dev/null; then
  useradd --system --user-group --home-dir /var/lib/prorata --shell /usr/sbin/nologin prorata
fi
SCRIPT
  chmod 755 "$tree/DEBIAN/postinst"
  dpkg-deb --root-owner-group -Zzstd -z3 --build "$tree" "$package" >/dev/null
  rm -rf "$tree"
}

# Copies the tree that git knows of into folder $1 and gives it the version $2, in place of the one it has: in the POMs, in the pages that name
# it, and as a section of the changelog.
with_version() {
  local copy="$1" version="$2" before file
  before=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$home/pom.xml" | head -n 1)
  rm -rf "$copy"
  mkdir -p "$copy"
  (cd "$home" && git ls-files -z | tar --null --files-from=- -cf -) | tar -C "$copy" -xf -
  while IFS= read -r file; do
    sed -i "s|$before|$version|g" "$file"
  done < <(grep -rlF --include=pom.xml --include='*.md' "$before" "$copy")
  sed -i "s|^## \[Unreleased\]\$|## [Unreleased]\n\n## [$version] - $(date -u +%F)|" "$copy/CHANGELOG.md"
}

# Prints the section of version $2 in changelog $1.
changes_of() {
  awk -v version="$2" '/^## \[/ { on = index($0, "[" version "]") > 0 } on' "$1"
}

# Writes the clients that are generated of the API's description, and the collection for Postman and Bruno, into folder $1.
make_clients() {
  local to="$1" version="$2" made="$home/clients/target"
  maven -Pclients -pl clients generate-sources
  tar -C "$made" --transform "s|^java|prorata-client-java-$version|" --owner=0 --group=0 -czf "$to/prorata-client-java-$version.tar.gz" java
  tar -C "$made" --transform "s|^typescript-fetch|prorata-client-typescript-$version|" --owner=0 --group=0 \
    -czf "$to/prorata-client-typescript-$version.tar.gz" typescript-fetch
  cp "$made/postman/postman.json" "$to/prorata-$version.postman_collection.json"
}

# Writes all of a release into folder $1: the program as an archive and as a package with its own Java, the jar for MCP, the jars for other
# projects in a Maven repository, clients and a collection, the bill of materials and how it differs from the last one that was committed, the
# section of the changelog, and checksums. With --version, of a copy of the tree that has that version; what was changed for it is a patch.
release() {
  local to='' new='' log="$home/target/release.log" version image tree="$home"
  while [ $# -gt 0 ]; do
    case "$1" in
      --to | --version)
        if [ "$1" = --to ]; then to="${2:-}"; else new="${2:-}"; fi
        [ $# -lt 2 ] || shift
        ;;
      --to=*) to="${1#--to=}" ;;
      --version=*) new="${1#--version=}" ;;
      *)
        echo "Not understood: $1" >&2
        return 2
        ;;
    esac
    shift
  done
  if [ -z "$to" ]; then
    echo "Say where to: ./prorata release --to DIR [--version VERSION], a folder that is empty or not there" >&2
    return 2
  fi
  if [ -d "$to" ] && [ -n "$(find "$to" -mindepth 1 -print -quit)" ]; then
    echo "$to is not empty" >&2
    return 2
  fi
  if [ -n "$new" ] && ! [[ "$new" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
    echo "Not a version: $new; it has three numbers, such as 0.1.0" >&2
    return 2
  fi
  mkdir -p "$to" "$tree/target"
  to=$(cd "$to" && pwd -P)
  if [ -n "$new" ]; then
    with_version "$tree/target/release-source" "$new"
    # The functions that are called work on the copy.
    local home="$tree/target/release-source"
    mkdir -p "$home/target"
    (cd "$tree" && git ls-files -z '*pom.xml' '*.md' | while IFS= read -r -d '' file; do
      diff -u --label "a/$file" --label "b/$file" "$tree/$file" "$home/$file" || true
    done) >"$to/version-$new.patch"
  fi
  version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$home/pom.xml" | head -n 1)

  echo "Program and bill of materials ..." >&2
  rm -rf "$home/bootstrap/target/prorata"
  if ! maven -Pbill package -DskipTests -Dspotless.check.skip=true >"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    return 1
  fi
  cp "$home/adapter-mcp/target/prorata-mcp-all.jar" "$home/bootstrap/target/prorata/prorata-mcp.jar"
  touch "$home/bootstrap/target/prorata/.built"
  cp "$home/bootstrap/target/prorata/prorata-mcp.jar" "$to/prorata-mcp-$version.jar"
  cp "$home/bootstrap/target/prorata.cdx.json" "$to/prorata-$version.cdx.json"
  cp "$home/adapter-mcp/target/prorata.cdx.json" "$to/prorata-mcp-$version.cdx.json"
  bill_lines "$to/prorata-$version.cdx.json" "$to/prorata-mcp-$version.cdx.json" >"$home/target/bill-of-materials.txt"
  cp "$home/target/bill-of-materials.txt" "$to/bill-of-materials.txt"
  if [ ! -e "$tree/docs/bill-of-materials.txt" ]; then
    echo "No bill of materials has been committed yet: $to/bill-of-materials.txt is to be docs/bill-of-materials.txt" >&2
  elif diff -u "$tree/docs/bill-of-materials.txt" "$home/target/bill-of-materials.txt" >"$to/bill-of-materials.diff"; then
    rm "$to/bill-of-materials.diff"
  else
    echo "The bill of materials differs from docs/bill-of-materials.txt: read $to/bill-of-materials.diff, and commit what is meant" >&2
  fi
  if [ -n "$new" ]; then
    changes_of "$home/CHANGELOG.md" "$new" >"$to/CHANGES-$new.md"
  fi

  publish --to "$to/repository"

  echo "Clients ..." >&2
  if ! make_clients "$to" "$version" >>"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    return 1
  fi

  echo "Image with its own Java ..." >&2
  image="$home/target/image"
  make_image "$image"
  teach_image "$image" >>"$log" 2>&1
  if [ ! -s "$image/app/prorata.aot" ]; then
    echo "Java has learnt nothing; see $log" >&2
    return 1
  fi
  tar -C "$home/target" --transform "s|^image|prorata-$version|" --owner=0 --group=0 -czf "$to/prorata-$version-$(uname -m).tar.gz" image
  if command -v dpkg-deb >/dev/null; then
    make_package "$image" "${version/-/\~}" "$to/prorata_${version/-/\~}_$(dpkg --print-architecture).deb"
  else
    echo "No .deb: dpkg-deb is not there" >&2
  fi
  (cd "$to" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | sed 's|^\./||' | tr '\n' '\0' | xargs -0 sha256sum >SHA256SUMS)
  (cd "$to" && find . -maxdepth 1 -mindepth 1 | LC_ALL=C sort | sed 's|^\./||')
}

# Prints what bills list but our own jars, a line each, sorted: whatever differs from one release to the next is a line of a diff.
bill_lines() {
  sed -n 's/^ *"purl" : "\(pkg:maven[^"]*\)".*/\1/p' "$@" | grep -v "^pkg:maven/io\.prorata/" | LC_ALL=C sort -u
}
