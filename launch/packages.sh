#!/bin/sh
# Installs the Debian packages that the tests start: name servers, kept from starting as services, and a browser.
#   launch/packages.sh
# Does nothing, quickly, when all are there. Without root it prints the command and stops.
set -eu
wanted='named:bind9 named-checkzone:bind9-utils knotd:knot pdns_server:pdns-server sqlite3:sqlite3 chromium:chromium'
backend='/usr/lib/*/pdns/libgsqlite3backend.so'
PATH=$PATH:/usr/sbin:/sbin

missing=
for one in $wanted; do
  command -v "${one%%:*}" >/dev/null || missing="$missing ${one##*:}"
done
# shellcheck disable=SC2086 # the pattern is to be expanded
ls $backend >/dev/null 2>&1 || missing="$missing pdns-backend-sqlite3"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "The tests start programs that are not installed (Debian's names:$missing); install them." >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "The tests start programs that are not installed. As root:" >&2
  echo "  apt-get install --no-install-recommends$missing" >&2
  exit 1
fi
echo "check: installing$missing ..." >&2
policy=/usr/sbin/policy-rc.d
made=
if [ ! -e "$policy" ]; then
  # 101: no service may be started. Ours alone, and only meanwhile.
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  made=yes
fi
trap '[ -z "$made" ] || rm -f "$policy"; rm -f "$log"' EXIT
log=$(mktemp)
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of words
if ! { apt-get -q update && apt-get -q -y install --no-install-recommends $missing; } >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  echo "check: the packages could not be installed." >&2
  exit 1
fi
