# Finds a JDK 25 or newer by reading the `release` files of the usual places; never by starting java.
# Sets `jdk` (its folder) and `jdk_version` (such as 25.0.3), or says how to get one and ends with 1.

# Sets jdk and jdk_version if the folder $1 is a JDK 25 or newer.
is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        found=${line#JAVA_VERSION=\"}
        found=${found%\"*}
        major=${found%%.*}
        major=${major%%-*}
        case $major in
          '' | *[!0-9]*) return 1 ;;
        esac
        [ "$major" -ge 25 ] || return 1
        jdk=$1
        jdk_version=$found
        return 0
        ;;
    esac
  done <"$1/release"
  return 1
}

find_jdk() {
  jdk=
  jdk_version=
  [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME" && return 0
  for place in /usr/lib/jvm/* /opt/* /opt/java/* /usr/local/* /usr/java/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
    "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    is_jdk "$place" && return 0
  done
  # Last, because it costs two processes: whatever `java` on the PATH belongs to.
  place=$(command -v java) && place=$(readlink -f "$place") && is_jdk "${place%/bin/java}" && return 0
  cat >&2 <<'END'
Cadastre needs a JDK 25 or newer, and none was found in JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks or on the PATH.
  Debian 13 and later:  apt-get install openjdk-25-jdk-headless
  Everywhere else:      install Temurin 25 (https://adoptium.net), then set JAVA_HOME to its folder.
END
  exit 1
}
