#!/bin/sh
# Tries the packages of Linux in target/dist as a user does, and says what works: check.sh
# Needs root (or user namespaces) for a root folder without Java, dpkg, man and bash.
set -eu
cd "$(dirname "$0")/.."
dist=$PWD/target/dist
samples=$PWD/samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ok() {
  printf 'ok    %s\n' "$*"
}

fail() {
  printf 'FAIL  %s\n' "$*"
  exit 1
}

# Fails unless a command ends with the exit code $1; its output is in $work/out.
ends() {
  code=0
  expected=$1
  shift
  "$@" >"$work/out" 2>&1 </dev/null || code=$?
  [ "$code" -eq "$expected" ] || { cat "$work/out" && fail "exit code $code, not $expected: $*"; }
}

(cd "$dist" && sha256sum --quiet --check SHA256SUMS) || fail 'checksums'
ok 'SHA256SUMS'
[ "$(find "$dist" -type f | wc -l)" -eq "$(($(wc -l <"$dist/SHA256SUMS") + 1))" ] || fail 'files without a checksum'

# A root with a C library, a shell and nothing else.
root=$work/root
mkdir -p "$root/bin" "$root/tmp" "$root/an installation" "$root/dev"
cp "$(readlink -f /bin/sh)" "$root/bin/sh"
for library in $(ldd "$(command -v java || echo /bin/sh)" /bin/sh | grep -o '/[^ :]*\.so[^ :]*' | sort -u) \
  "$(dirname "$(ldd /bin/sh | grep -o '/[^ ]*libc\.so\.6')")"/lib[mc].so.6 \
  "$(dirname "$(ldd /bin/sh | grep -o '/[^ ]*libc\.so\.6')")"/lib[dpr][ltr]*.so.[0-2]; do
  case $library in
    */libjli* | */libz*) continue ;;
  esac
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done
: >"$root/dev/null"
chmod 666 "$root/dev/null"
tar -xf "$dist"/autoheal-*-linux-*.tar.gz -C "$root/an installation"
image=$(cd "$root/an installation" && echo *)
cp -R "$samples/aspnetcore" "$root/sample"
before=$(cd "$root/an installation" && find . -type f -exec sha256sum {} + | sort | sha256sum)
inside() {
  PATH=$PATH:/usr/sbin:/sbin
  unshare -r chroot "$root" /bin/sh -c "unset PATH HOME; exec \"/an installation/$image/autoheal\" \"\$@\"" sh "$@"
}
ends 0 inside --version
ends 1 inside check /sample
ends 1 inside diff /sample
ends 0 inside apply /sample
ends 0 inside check /sample
[ "$(cd "$root/an installation" && find . -type f -exec sha256sum {} + | sort | sha256sum)" = "$before" ] ||
  fail 'the image wrote into its own folder'
ok 'check, diff and apply in a root without Java, and nothing written into the installation'

# By dpkg into a folder, so that the machine stays as it is.
deb=$work/deb
mkdir -p "$deb/var/lib/dpkg/updates" "$deb/var/lib/dpkg/info"
: >"$deb/var/lib/dpkg/status"
ends 0 dpkg --root="$deb" --force-depends --force-not-root --force-script-chrootless -i "$dist"/autoheal_*.deb
ends 1 "$deb/usr/bin/autoheal" check "$samples/aspnetcore"
ends 0 man -l "$deb/usr/share/man/man1/autoheal.1.gz"
grep -q 'autoheal review' "$work/out" || fail 'the manual page lacks a command'
# shellcheck disable=SC2016
completions=$(bash -c '. "$1"; COMP_WORDS=(autoheal rev); COMP_CWORD=1; _complete_autoheal; echo "${COMPREPLY[*]}"' \
  sh "$deb/usr/share/bash-completion/completions/autoheal" 2>&1) || fail "completion: $completions"
case $completions in
  *review*) ;;
  *) fail "completion offers: $completions" ;;
esac
ends 0 dpkg --root="$deb" --force-not-root --force-script-chrootless --purge autoheal
[ -z "$(find "$deb" -path "$deb/var" -prune -o ! -type d -print)" ] || fail 'the package left files behind'
[ ! -d "$deb/usr" ] || fail 'the package left folders behind'
ok 'the Debian package: installed, checked, manual page, completion, removed'

# Not a test, since the machine may be busy: the median of the first runs of 5 unpacked copies, and of tenth runs.
java_time() {
  start=$(date +%s%N)
  "$1/$image/autoheal" check "$samples/aspnetcore/web.config" >/dev/null 2>&1 || true
  echo $((($(date +%s%N) - start) / 1000))
}
for copy in 1 2 3 4 5; do
  mkdir "$work/copy$copy"
  tar -xf "$dist"/autoheal-*-linux-*.tar.gz -C "$work/copy$copy"
  java_time "$work/copy$copy" >>"$work/first"
  for _ in 2 3 4 5 6 7 8 9; do
    java_time "$work/copy$copy" >/dev/null
  done
  java_time "$work/copy$copy" >>"$work/tenth"
done
ok "first run $(sort -n "$work/first" | sed -n 3p) us, tenth run $(sort -n "$work/tenth" | sed -n 3p) us (medians of 5)"
