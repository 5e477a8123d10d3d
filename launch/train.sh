#!/bin/sh
# Makes the class data caches (JEP 483, 514): local.aot without, network.aot with HTTP, server.aot for serve and demo.
#   launch/train.sh JDK OUT
set -eu
jdk=$1
out=$2
home=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
emulator=
trap '[ -z "$emulator" ] || kill "$emulator" 2>/dev/null; rm -rf "$work"' EXIT

classpath=
for jar in "$out"/lib/*.jar; do
  classpath=$classpath${classpath:+:}$jar
done
# The same flags as in `cadastre`: a cache is only good for the flags it was trained with.
java() {
  "$jdk/bin/java" "$@"
}
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dcadastre.native=$out/native"

cp -R "$home/launch/training/." "$work/"
cd "$work"
export XDG_STATE_HOME="$work/state"

# shellcheck disable=SC2086
java -XX:AOTCacheOutput="$out/local.aot.new" $flags -cp "$classpath" cadastre.cli.Main check

# Not through the function, whose subshell would be what is ended.
# shellcheck disable=SC2086
"$jdk/bin/java" $flags -cp "$classpath" cadastre.cli.Main emulator --port 0 >emulator.out &
emulator=$!
tries=0
while ! grep -q http: emulator.out; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || exit 1
  sleep 0.1
done
read -r line <emulator.out
CADASTRE_TRAINING_API=${line##* }
export CADASTRE_TRAINING_API
# shellcheck disable=SC2086
java -XX:AOTCacheOutput="$out/network.aot.new" $flags -cp "$classpath" cadastre.cli.Main push --config network.js

# The program that stays: started once on an emulated Gandi, a page fetched, ended.
server=
for jar in "$out"/server-lib/*.jar; do
  server=$server${server:+:}$jar
done
server_flags="-XX:+UseSerialGC -Xmx640m --sun-misc-unsafe-memory-access=allow -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dcadastre.native=$out/native"
# shellcheck disable=SC2086
"$jdk/bin/java" -XX:AOTCacheOutput="$out/server.aot.new" $server_flags -cp "$server" cadastre.server.Main demo --port 0 --no-steps --rehearse

mv "$out/local.aot.new" "$out/local.aot"
mv "$out/network.aot.new" "$out/network.aot"
mv "$out/server.aot.new" "$out/server.aot"
. "$home/launch/jdk.sh"
is_jdk "$jdk"
echo "$jdk $jdk_version $out" >"$out/aot.jdk"
