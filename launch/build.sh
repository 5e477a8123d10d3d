#!/bin/sh
# Builds what `cadastre` runs: the jars, the JavaScript engine's native library, and the class data caches.
#   launch/build.sh JDK
# Everything lands in .build; nothing there is ever half new (it is made beside and moved).
set -eu
jdk=$1
home=$(cd "$(dirname "$0")/.." && pwd -P)
out=$home/.build
JAVA_HOME=$jdk
MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
export JAVA_HOME MAVEN_OPTS

if ! command -v mvn >/dev/null; then
  echo "Cadastre is built with Maven 3.8.7 or newer, and there is no 'mvn' on the PATH. On Debian: apt-get install maven" >&2
  exit 1
fi
if ! mkdir -p "$out" 2>/dev/null || [ ! -w "$out" ]; then
  echo "Cadastre has to be built first, and $out cannot be written. Run it once as the owner of that folder." >&2
  exit 1
fi

# One build at a time; who waited for another finds nothing left to do.
if [ "${CADASTRE_BUILD_LOCKED:-}" != yes ] && command -v flock >/dev/null; then
  CADASTRE_BUILD_LOCKED=yes
  export CADASTRE_BUILD_LOCKED
  exec flock -o "$out/lock" "$0" "$@"
fi
if [ -f "$out/stamp" ] && [ -z "$(find "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src/main "$home/launch" -newer "$out/stamp" -print -quit)" ]; then
  exit 0
fi

echo "cadastre: building (the first time this takes a minute or two) ..." >&2
next=$out/next
rm -rf "$next"
mkdir -p "$next/lib" "$next/server-lib" "$next/native"
touch "$next/stamp"
log=$out/build.log
if ! (cd "$home" && mvn -q -B -Drun -Dbuild.folder=target-run -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmdep.analyze.skip=true -pl cli,server -am package) >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  echo "cadastre: the build failed; its whole output is in $log" >&2
  exit 1
fi
cp -p "$home"/cli/target-run/lib/*.jar "$home"/cli/target-run/cli-*.jar "$next/lib/"
cp -p "$home"/server/target-run/lib/*.jar "$home"/server/target-run/server-*.jar "$next/server-lib/"
"$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$next/lib/*" cadastre.script.NativeLibrary "$next/native" >>"$log" 2>&1 || {
  tail -n 40 "$log" >&2
  echo "cadastre: the JavaScript engine could not be unpacked; the whole output is in $log" >&2
  exit 1
}
rm -rf "$out/lib" "$out/server-lib" "$out/native" "$out"/*.aot "$out/aot.jdk"
mv "$next/lib" "$out/lib"
mv "$next/server-lib" "$out/server-lib"
mv "$next/native" "$out/native"
"$home/launch/train.sh" "$jdk" "$out" >"$out/train.log" 2>&1 ||
  echo "cadastre: no class data cache could be made (it only costs speed); see $out/train.log" >&2
mv "$next/stamp" "$out/stamp"
rm -rf "$next"
echo "cadastre: built." >&2
