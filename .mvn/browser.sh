# Finds a Chromium for the tests of the page: ./prorata and .ci/run read this file. POSIX sh.

# Prints the browser's program, or fails. PRORATA_BROWSER names one; no other counts then.
find_browser() {
  if [ -n "${PRORATA_BROWSER:-}" ]; then
    command -v "$PRORATA_BROWSER"
    return
  fi
  for program in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/c/Program Files/Google/Chrome/Application/chrome.exe"; do
    if command -v "$program" 2>/dev/null; then
      return
    fi
  done
  return 1
}

# Says what was not run for want of a browser, and how to get one.
say_how_to_get_a_browser() {
  cat >&2 <<'MESSAGE'
Not run: the tests of the page in a browser. No Chromium was found.

  Debian           apt install chromium
  Ubuntu, Fedora   Chromium as a package of the distribution, or Google Chrome
  macOS            brew install --cask chromium

If you have one elsewhere:  PRORATA_BROWSER=/path/to/chromium ./prorata test
MESSAGE
}
