# Sourced by every script: goes to the clone, installs what package-lock.json names, puts the pinned Node first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() {
  echo "$1" >&2
  exit 1
}

command -v node >/dev/null || fail 'Node is missing: install Node 20 or newer with npm (on Debian: apt-get install nodejs npm).'
command -v npm >/dev/null || fail 'npm is missing: install it (on Debian: apt-get install npm).'

# The list of packages that is installed is kept beside them, so a changed one is noticed and an unchanged one costs nothing.
if ! cmp -s package-lock.json node_modules/.installed.json || [ ! -x node_modules/.bin/node ]; then
  echo 'Installing packages …' >&2
  npm ci --no-audit --no-fund --loglevel=error >&2 || fail 'npm ci failed: see its message above.'
  cp package-lock.json node_modules/.installed.json
fi

export PATH="$PWD/node_modules/.bin:$PATH"
case "$(node --version 2>/dev/null)" in
  v2[4-9].* | v[3-9][0-9].*) ;;
  *) fail 'The pinned Node did not install: remove node_modules and run this again.' ;;
esac
