# What deploy/demo and deploy/test share: being root, packages, the build. Sourced, not run.

# Chinese letters need it, whatever the caller's locale is.
export LANG=C.UTF-8 LC_ALL=C.UTF-8
# Servers that tests start lie in sbin, which an ordinary user need not have on the path.
export PATH=$PATH:/usr/sbin:/sbin

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
began=$SECONDS
say() { printf '[%4d s] %s\n' "$((SECONDS - began))" "$*"; }
die() { printf '%s\n' "$*" >&2; exit 2; }

if [ "$(id -u)" = 0 ]; then as_root() { "$@"; }
else
  as_root() { sudo "$@"; }
  command -v sudo >/dev/null || die "This needs root: run it as root, or install sudo."
fi

# What the main job needs; what deploy/demo --check needs more; what deploy/test needs more.
packages_demo="maven openssl fonts-noto-cjk python3 python3-fonttools postgresql xvfb xauth x11-utils hsetroot imagemagick bubblewrap util-linux mosquitto fontconfig git ca-certificates pcscd libpcsclite1 vsmartcard-vpcd"
packages_check="chromium nodejs tesseract-ocr tesseract-ocr-chi-sim poppler-utils"
packages_test="libfaketime mosquitto-clients cups-daemon cups-ipp-utils avahi-daemon dbus libnss3-tools procps xdotool x11-xserver-utils"

java_is_there() {
  command -v javac >/dev/null && ls "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"/lib/libawt_xawt.so >/dev/null 2>&1
}

# Installs the packages that are missing; starts no daemon and makes no database cluster of the system's.
need_packages() {
  local missing=()
  java_is_there || missing+=(default-jdk)
  local package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  # A command that is there already, from wherever it came, needs no package.
  local still=()
  for package in "${missing[@]}"; do
    case $package in
      nodejs) command -v node >/dev/null && [ "$(readlink -f "$(command -v node)")" = /usr/bin/node ] && continue ;;
      maven) command -v mvn >/dev/null && continue ;;
    esac
    still+=("$package")
  done
  [ ${#still[@]} -gt 0 ] || return 0
  say "installing ${still[*]}"
  local log; log=$(mktemp)
  set +e
  as_root env DEBIAN_FRONTEND=noninteractive bash -c '
    set -e
    own_policy=
    if [ ! -e /usr/sbin/policy-rc.d ]; then
      printf "#!/bin/sh\nexit 101\n" > /usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d; own_policy=1
    fi
    trap "[ -z \"$own_policy\" ] || rm -f /usr/sbin/policy-rc.d" EXIT
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
    apt-get update -q
    apt-get install -y -q --no-install-recommends "$@"
  ' install "${still[@]}" < /dev/null 2>&1 | tee "$log" | progress '^(Fetched [0-9].*|[0-9]+ upgraded, .*|Setting up (openjdk|maven|chromium|postgresql|fonts)[^ ]* .*)$' '\1'
  local status=${PIPESTATUS[0]}
  set -e
  [ "$status" = 0 ] || { tail -30 "$log" >&2; die "The packages could not be installed."; }
  rm -f "$log"
}

fonts_folder=${XDG_CACHE_HOME:-$HOME/.cache}/yici/fonts

# What was built is named by the content of everything that the build reads.
build_id() {
  (cd "$here" && { git ls-files -co --exclude-standard 2>/dev/null || find . -type f -not -path '*/target/*'; } \
    | grep -E '(^|/)(pom\.xml|src/main/.*|\.mvn/.*)$' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum | cut -c1-16)
}

commit_id() { git -C "$here" rev-parse --short=12 HEAD 2>/dev/null || echo unknown; }

# Shows how far a long command is: the lines of its output that match, one under the other, or over each other on a terminal.
progress() { # PATTERN REPLACEMENT (sed -E)
  if [ -t 1 ]; then sed -u -nE "s/$1/$2/p" | while IFS= read -r line; do printf '\r\033[K         %s' "${line:0:90}"; done; printf '\r\033[K'
  else sed -u -nE "s/$1/         $2/p"; fi
}

# Runs Maven; shows the module that it is at, and on failure what it said.
maven() {
  local log; log=$(mktemp)
  set +e
  (cd "$here" && mvn -B -ntp -Dstyle.color=never "$@") 2>&1 | tee "$log" | progress '^\[INFO\] Building ([a-z-]+) .*\[([0-9]+\/[0-9]+)\]$' '\2 \1'
  local status=${PIPESTATUS[0]}
  set -e
  if [ "$status" != 0 ]; then grep -E 'ERROR|FAIL' "$log" | head -60 >&2; tail -5 "$log" >&2; fi
  rm -f "$log"
  return "$status"
}

# Makes the type faces and builds the programs, where what is there is not of today's sources.
prepare_programs() {
  local build making
  mkdir -p "$here/target"
  "$here/deploy/fonts" "$fonts_folder" > "$here/target/fonts.log" 2>&1 & making=$!
  build=$(build_id)
  if [ "$(cat "$here/target/build-id" 2>/dev/null)" != "$build" ]; then
    say "building (the first time also fetches libraries)"
    # What deploy/test checks (Error Prone, NullAway) is left out here; it compiles again what was built so.
    touch "$here/target/built-quickly"
    maven package -Dquick -DskipTests -Dspotless.check.skip -Dyici.commit="$(commit_id)" || { kill $making 2>/dev/null || true; die "The build failed."; }
    echo "$build" > "$here/target/build-id"
  fi
  [ -e "$fonts_folder/YiciSerif-Regular.ttf" ] || say "making the type faces (once, 1-2 minutes)"
  wait $making || { cat "$here/target/fonts.log" >&2; die "The type faces could not be made."; }
}

# The programs that go through a demo from outside: check_java MAIN ARGUMENTS…
check_java() {
  java -XX:TieredStopAtLevel=1 -cp "$here/deploy/check/target/check-0.1.0-SNAPSHOT.jar:$here/deploy/check/target/lib/*" "$@"
}
