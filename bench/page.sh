#!/usr/bin/env bash
# The page in the browser of the system: first content, bytes of script and style, what moves by itself, interaction to next paint.
#   bench/page.sh
set -euo pipefail
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=.mvn/browser.sh
. "$home/.mvn/browser.sh"

browser=$(find_browser) || {
  say_how_to_get_a_browser
  exit 1
}
machine
"$browser" --version 2>/dev/null || true
(cd "$home" && ./mvnw --batch-mode --no-transfer-progress -Pbrowser -pl browser -am test -Dtest='io.prorata.browser.PageSpeed' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true -Dprorata.browser="$browser") | sed -n 's/^MEASURED //p'
