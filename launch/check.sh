#!/bin/sh
# Checks the launcher and the small class path from outside, as a user meets them.
#   launch/check.sh
# Prints a line for each check and, last, how many passed. Needs nothing but a JDK and Maven.
set -u
home=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
passed=0
failed=0
emulator=
trap '[ -z "$emulator" ] || kill "$emulator" 2>/dev/null; rm -rf "$work"' EXIT
export CADASTRE_STATE="$work/state"
unset CI NO_COLOR

# A cold start that loads more classes than this has become slower. Raising a number is allowed, and visible.
most_classes_check=2600
most_classes_preview=3600

verdict() {
  if [ "$1" = yes ]; then
    passed=$((passed + 1))
    echo "  passed: $2"
  else
    failed=$((failed + 1))
    echo "  FAILED: $2${3:+ ($3)}"
  fi
}

# same WHAT EXPECTED ACTUAL
same() {
  if [ "$2" = "$3" ]; then verdict yes "$1"; else verdict no "$1" "expected '$2', was '$3'"; fi
}

echo "The launcher:"
"$home/cadastre" version >"$work/out" 2>"$work/err" || { cat "$work/err"; verdict no "it builds and runs"; }
line=$(cat "$work/out")
case $line in
  "Cadastre "*" (dnsconfig.js as DNSControl 4.40)") verdict yes "version is one line" ;;
  *) verdict no "version is one line" "$line" ;;
esac

"$home/cadastre" version >"$work/out" 2>"$work/err"
same "nothing is on standard error when nothing is to be built" "" "$(cat "$work/err")"

mkdir -p "$work/bin" "$work/else where"
ln -s "$home/cadastre" "$work/bin/cadastre"
cp -R "$home/launch/training/." "$work/else where/"
same "it runs through a link, in the caller's folder" "No errors." \
  "$(cd "$work/else where" && PATH="$work/bin:$PATH" cadastre check 2>&1)"

out=$home/.build
for cache in local network; do
  [ -f "$out/$cache.aot" ] && verdict yes "the build made the class data cache '$cache'" ||
    verdict no "the build made the class data cache '$cache'" "see $out/train.log"
done
if [ -f "$out/local.aot" ]; then
  cp -p "$out/local.aot" "$work/local.aot"
  rm "$out/local.aot"
  same "a missing cache is not mentioned" "$line" "$("$home/cadastre" version 2>&1)"
  head -c 100000 "$work/local.aot" >"$out/local.aot"
  same "a cut cache is not mentioned" "$line" "$("$home/cadastre" version 2>&1)"
  echo nonsense >"$out/local.aot"
  same "a file that is no cache is not mentioned" "$line" "$("$home/cadastre" version 2>&1)"
  cp -p "$out/network.aot" "$out/local.aot" 2>/dev/null
  same "another cache is not mentioned" "$line" "$("$home/cadastre" version 2>&1)"
  cp -p "$work/local.aot" "$out/local.aot"
  cp -p "$out/aot.jdk" "$work/aot.jdk"
  echo "/nowhere 25.0.0 /nowhere" >"$out/aot.jdk"
  same "a cache of another JDK is not used" "$line" "$("$home/cadastre" version 2>&1)"
  cp -p "$work/aot.jdk" "$out/aot.jdk"
fi
same "the empty PATH of a cron job is enough" "$line" "$(env -i PATH=/usr/bin:/bin HOME="$work" "$home/cadastre" version 2>&1)"

echo "The small class path:"
big=$(cd "$out/lib" && ls | grep -E '^(spring|jackson-databind|logback|slf4j-(simple|jdk|log4j|reload4j|jcl)|log4j|HikariCP|sqlite|postgresql|tink|jdbi|flyway)' | tr '\n' ' ')
same "it holds no Spring, databind, JDBC or logging library" "" "$big"

# dnsjava's SLF4J is there with nothing behind it; neither is loaded before a name server is asked. What the JDK
# finds of dnsjava by itself (org.xbill.DNS.spi) only says that it does not want to find addresses.
# classes VERB MOST WORDS...
classes() {
  verb=$1
  most=$2
  shift 2
  # Not through the launcher, which silences the JVM's log.
  . "$home/launch/jdk.sh"
  find_jdk
  jars=
  for jar in "$out"/lib/*.jar; do jars=$jars:$jar; done
  (cd "$work/else where" && "$jdk/bin/java" "-Xlog:class+load:file=$work/classes.txt" --enable-native-access=ALL-UNNAMED \
    "-Dcadastre.native=$out/native" -cp "${jars#:}" cadastre.cli.Main "$@" >"$work/out" 2>"$work/err")
  forbidden=$(grep -oE '\] (org\.springframework|tools\.jackson\.databind|com\.fasterxml\.jackson\.databind|java\.sql|org\.slf4j|org\.xbill\.DNS\.[A-Z]|ch\.qos|com\.google\.crypto)[^ ]*' "$work/classes.txt" | head -n 3 | tr '\n' ' ')
  same "$verb loads none of them" "" "$forbidden"
  count=$(grep -c 'source:' "$work/classes.txt")
  if [ "$count" -le "$most" ] && [ "$count" -gt 300 ]; then
    verdict yes "$verb loads $count classes, at most $most"
  else
    verdict no "$verb loads $count classes, at most $most"
  fi
}
classes check "$most_classes_check" check
"$home/cadastre" emulator --port 0 >"$work/emulator" 2>&1 &
emulator=$!
tries=0
while ! grep -q http: "$work/emulator" && [ "$tries" -lt 100 ]; do
  tries=$((tries + 1))
  sleep 0.1
done
read -r first <"$work/emulator"
export CADASTRE_TRAINING_API="${first##* }"
classes preview "$most_classes_preview" preview --config network.js
kill "$emulator" 2>/dev/null
wait "$emulator" 2>/dev/null
emulator=

echo "The program that stays:"
mkdir -p "$work/demo"
(cd "$work/demo" && "$home/cadastre" demo --port 0 --rehearse >"$work/demo.out" 2>"$work/demo.err")
same "demo shows the command line, signs in and fetches every page" 0 "$?"
case $(cat "$work/demo.out") in
  *"Done. 8 corrections."*"Done. 0 corrections."*) verdict yes "its second preview has nothing to do" ;;
  *) verdict no "its second preview has nothing to do" "see its output: $(tail -n 3 "$work/demo.out")" ;;
esac
same "nothing is on its standard error" "" "$(cat "$work/demo.err")"
(cd "$work/demo" && "$home/cadastre" demo --port 0 --rehearse --no-steps >"$work/demo.out" 2>&1)
same "started again it keeps what it had" 1 "$(grep -c 'It goes on where it ended' "$work/demo.out")"

# served FOLDER: starts the console, waits until it listens, ends it as a service manager would.
served() {
  "$home/cadastre" serve --port 0 --data "$1" >"$work/serve.out" 2>"$work/serve.err" &
  server=$!
  tries=0
  while ! grep -q '^Data:' "$work/serve.out" && kill -0 "$server" 2>/dev/null && [ "$tries" -lt 300 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  kill "$server" 2>/dev/null
  wait "$server"
  ended=$?
}
served "$work/register"
same "serve listens, prints the link for the owner, and ends when it is told to" "1 1" \
  "$(grep -c '^Cadastre listens at http://localhost:' "$work/serve.out") $(grep -c '/welcome?ticket=' "$work/serve.out")"
same "nothing is on its standard error either" "" "$(cat "$work/serve.err")"
same "the data folder is its owner's alone" "drwx------ -rw-------" \
  "$(ls -ld "$work/register" | cut -c1-10) $(ls -l "$work/register/keys.json" | cut -c1-10)"
chmod 644 "$work/register/keys.json"
served "$work/register"
same "a key file that others may read is refused" 1 "$ended"
case $(cat "$work/serve.err") in
  *"chmod 600"*) verdict yes "and the message says what to do" ;;
  *) verdict no "and the message says what to do" "$(cat "$work/serve.err")" ;;
esac
rm -f "$work/register/keys.json"
served "$work/register"
same "a database without its key file is refused" 1 "$ended"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
