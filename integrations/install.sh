#!/bin/sh
# Finds autoheal, or downloads its release, and prints the path of the launcher. It uses the first of
#   the folder AUTOHEAL_HOME;
#   with AUTOHEAL_BUILD=source, the launcher of this clone, which builds autoheal on first use;
#   autoheal on the PATH, if its version is AUTOHEAL_VERSION (default: the one in release.properties);
#   the file of this version and platform from the mirror AUTOHEAL_DOWNLOAD_URL, or else from the release.
# A download needs a pinned checksum: AUTOHEAL_SHA256, or a line in SHA256SUMS in this folder. AUTOHEAL_CACHE is the folder
# of downloaded files. install.ps1 does the same in PowerShell.
# Standard output is for the path alone. Exit code: 0, or 3 with one message. Downloads need curl, tar, and sha256sum or shasum.
set -u
export LC_ALL=C

# Removes relative entries: they would find programs in the current folder, which may be untrusted.
rest=${PATH-}:
# shellcheck disable=SC2123 # this is the search path
PATH=''
while [ -n "$rest" ]; do
  case $rest in
    /*) PATH=$PATH${PATH:+:}${rest%%:*} ;;
  esac
  rest=${rest#*:}
done
PATH=${PATH:-/usr/bin:/bin}

say() {
  printf 'autoheal: %s\n' "$*" >&2
}

fail() {
  say "$@"
  exit 3
}

# Prints the real path of the folder $1.
real() {
  CDPATH='' cd -P "$1" 2>/dev/null && pwd -P
}

# Succeeds if the folder $1 is in the repository under review: whoever proposes a change chooses the files there.
is_in_checkout() (
  folder=$(real "$1") || exit 1
  top=$(pwd -P)
  while [ -n "$top" ] && [ ! -e "$top/.git" ]; do
    top=${top%/*}
  done
  for root in "$top" "${GITHUB_WORKSPACE-}" "${BUILD_SOURCESDIRECTORY-}" "${CI_PROJECT_DIR-}"; do
    [ -n "$root" ] || continue
    root=$(real "$root") || continue
    case $folder/ in
      "$root"/*) exit 0 ;;
    esac
  done
  exit 1
)

# Succeeds if the file $1, or a link that leads to its target, is in the repository under review.
leads_to_checkout() (
  link=$1
  until is_in_checkout "${link%/*}/"; do
    [ -L "$link" ] || exit 1
    target=$(readlink "$link") || exit 1
    case $target in
      /*) link=$target ;;
      *) link=${link%/*}/$target ;;
    esac
  done
)

# Prints the path of autoheal on the PATH, if there is one of this version.
find_installed() (
  rest=$PATH:
  while [ -n "$rest" ]; do
    program=${rest%%:*}/autoheal
    rest=${rest#*:}
    if [ ! -f "$program" ] || [ ! -x "$program" ]; then
      continue
    elif leads_to_checkout "$program"; then
      say "skipped $program, which is in the repository under review"
    elif [ "$(cd / && "$program" --version 2>/dev/null </dev/null)" != "autoheal $version" ]; then
      say "skipped $program, which is not version $version"
    else
      printf '%s\n' "$program"
      exit 0
    fi
  done
  exit 1
)

# Prints the SHA-256 checksum of the file $1.
checksum() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1"
  else
    shasum -a 256 <"$1"
  fi | cut -c 1-64
}

# Downloads $url to the file $1. The process list does not show the URL, which may contain a password.
download() {
  case $url in
    https://*) protocol=https ;;
    http://*)
      protocol=http
      say "$shown uses http, so only the checksum protects the download"
      ;;
    *) fail "invalid AUTOHEAL_DOWNLOAD_URL='$shown'; use an address that starts with https://" ;;
  esac
  case $url in
    *[!!-~]* | *[\"\\]*) fail 'invalid character in AUTOHEAL_DOWNLOAD_URL; use its percent-encoding' ;;
  esac
  say "downloading $shown"
  statuses=$(
    printf 'url = "%s"\n' "$url" |
      curl --config - --globoff --silent --fail --output "$1" --write-out '%{http_connect} %{http_code}' \
        --location --max-redirs 5 --proto "=$protocol" --proto-redir '=https' \
        --connect-timeout 15 --max-time 600 --speed-limit 1000 --speed-time 30 --retry 3 --retry-max-time 60
  )
  code=$?
  proxy=${statuses% *}
  status=${statuses#* }
  if [ "$code" -ne 0 ] && [ "${proxy:-0}" -ge 400 ]; then
    fail "the proxy refused $file ($proxy); check the proxy, or use a mirror"
  fi
  case $code in
    0) return ;;
    1) fail "unexpected redirect of $file without https; use the address that it leads to" ;;
    5 | 6 | 7 | 97) fail "cannot connect to the server of $file; check the network and the proxy" ;;
    22) ;;
    23) fail "cannot write to $cache; check its permissions and the free space" ;;
    28) fail "the download of $file took too long; run the job again, or use a mirror" ;;
    58 | 60 | 77) fail "invalid certificate for $file; check the proxy and the certificate store" ;;
    18 | 35 | 52 | 55 | 56 | 92) fail "the download of $file was cut off; run the job again, or check the proxy" ;;
    *) fail "the download of $file failed (curl: $code); run the job again, or check the proxy" ;;
  esac
  case $status in
    401 | 403) fail "the server refused $file ($status); check the access, or use a mirror" ;;
    404) fail "missing $file on the server (404); check the version and the address" ;;
    *) fail "the server did not send $file ($status); run the job again, or use a mirror" ;;
  esac
}

# Writes the file to $archive, in one step: other jobs may use the same folder at the same time.
fetch() {
  download "$new/$file"
  got=$(checksum "$new/$file")
  [ "$got" = "$expected" ] || fail "wrong checksum of $file; check the pinned checksum and what the server sends
  expected $expected
  got      $got ($(($(wc -c <"$new/$file"))) bytes)"
  mv -f "$new/$file" "$archive" || fail "cannot write to $cache; check its permissions"
}

# Sets new to a new folder in the folder $1. Also removes what a killed job left there.
make_new() {
  mkdir -p "$1" 2>/dev/null
  new=$(mktemp -d "$1/new.XXXXXX" 2>/dev/null) || fail "cannot write to $1; set AUTOHEAL_CACHE to another folder"
  trap 'rm -rf "$new"' EXIT
  trap 'exit 3' HUP INT TERM
  find "$1" -maxdepth 1 -name 'new.*' -mtime +1 -exec rm -rf {} + 2>/dev/null
}

here=$(real "${0%/*}/") || fail "cannot find the folder of $0"

if [ -n "${AUTOHEAL_HOME-}" ]; then
  case $AUTOHEAL_HOME in
    /* | [A-Za-z]:[/\\]*) ;;
    *) fail "expected an absolute path for AUTOHEAL_HOME, got '$AUTOHEAL_HOME'" ;;
  esac
  if [ ! -f "$AUTOHEAL_HOME/autoheal" ] || [ ! -x "$AUTOHEAL_HOME/autoheal" ]; then
    fail "missing launcher in AUTOHEAL_HOME='$AUTOHEAL_HOME'; set it to the folder that contains autoheal"
  fi
  printf '%s\n' "$AUTOHEAL_HOME/autoheal"
  exit 0
fi

case ${AUTOHEAL_BUILD-} in
  '') ;;
  source)
    clone=$(real "$here/..")
    [ -x "$clone/autoheal" ] || fail "missing launcher in the clone at $clone; clone the whole repository"
    printf '%s\n' "$clone/autoheal"
    exit 0
    ;;
  *) fail "expected 'source' for AUTOHEAL_BUILD, got '$AUTOHEAL_BUILD'" ;;
esac

# Git for Windows has a shell, but may lack programs that a download needs. Its shell starts the launcher without cmd, which
# would run parts of some arguments as commands.
system=$(uname -s)
case $system in
  Linux) os=linux ;;
  Darwin) os=macos ;;
  MINGW* | MSYS* | CYGWIN*)
    launcher=$(powershell.exe -NoProfile -ExecutionPolicy Bypass -File "$(cygpath -w "$here/install.ps1")" </dev/null) || exit 3
    launcher=$(cygpath -u "${launcher%.cmd*}")
    printf '%s\n' "$launcher"
    exit 0
    ;;
  *) os='' ;;
esac

version=${AUTOHEAL_VERSION:-$(sed -n 's/^version=//p' "$here/release.properties")}
case $version in
  *[!0-9A-Za-z.-]* | [!0-9]* | '') fail "expected a version for AUTOHEAL_VERSION, e.g. 1.2.3, got '$version'" ;;
esac

if find_installed; then
  exit 0
fi

machine=$(uname -m)
case $machine in
  x86_64 | amd64) arch=x64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) os='' ;;
esac
[ -n "$os" ] || fail "missing release for $system on $machine; set AUTOHEAL_HOME, or build from source"
image=autoheal-$version-$os-$arch
file=$image.tar.gz

# The sums that a server offers are not a check of this server.
expected=${AUTOHEAL_SHA256-}
if [ -z "$expected" ] && [ -f "$here/SHA256SUMS" ]; then
  expected=$(awk -v file="$file" '$2 == file { print $1; exit }' "$here/SHA256SUMS")
fi
[ -n "$expected" ] || fail "missing checksum of $file; set AUTOHEAL_SHA256 (input sha256), or build from source"
expected=$(printf '%s' "$expected" | tr A-F a-f)
case $expected in
  *[!0-9a-f]*) expected='' ;;
esac
[ ${#expected} -eq 64 ] || fail "expected 64 hexadecimal digits as the checksum of $file"

for program in curl tar; do
  command -v "$program" >/dev/null || fail "missing program $program; install it"
done
command -v sha256sum >/dev/null || command -v shasum >/dev/null || fail 'missing program sha256sum; install it'

url=${AUTOHEAL_DOWNLOAD_URL:-$(sed -n 's/^repository=//p' "$here/release.properties")/releases/download/v$version}
url=${url%/}/$file
shown=$(printf '%s' "$url" | sed 's|//[^/]*@|//|')

case ${XDG_CACHE_HOME-} in
  /*) own=$XDG_CACHE_HOME/autoheal ;;
  *) own=${HOME:+$HOME/.cache/autoheal} ;;
esac
tools=${RUNNER_TOOL_CACHE:-${AGENT_TOOLSDIRECTORY-}}
cache=${AUTOHEAL_CACHE:-${tools:+$tools/autoheal}}
cache=${cache:-$own}
[ -n "$cache" ] || fail 'missing folder for downloads; set AUTOHEAL_CACHE, or HOME'
mkdir -p "$cache" 2>/dev/null || fail "cannot write to $cache; set AUTOHEAL_CACHE to another folder"
cache=$(real "$cache")

# A file in the cache is verified before it is unpacked, so the cache may be where others write, e.g. in the checkout. What is
# unpacked is not, so it is in a folder of the job or of the user.
temporary=${RUNNER_TEMP:-${AGENT_TEMPDIRECTORY-}}
if [ -n "$temporary" ]; then
  programs=$temporary/autoheal-release
elif is_in_checkout "$cache"; then
  programs=$own
  [ -n "$own" ] || fail 'missing folder outside of the checkout; set HOME'
  mkdir -p "$own" 2>/dev/null
  ! is_in_checkout "$own" || fail "expected a folder outside of the checkout, got $own; change XDG_CACHE_HOME or HOME"
else
  programs=$cache
fi

archive=$cache/$image-$expected.tar.gz
place=$programs/$image-$expected
if [ -d "$place" ] && { [ ! -x "$place/autoheal" ] || [ ! -s "$place/autoheal.jar" ]; }; then
  rm -rf "$place"
fi
if [ ! -d "$place" ]; then
  if [ ! -f "$archive" ] || [ "$(checksum "$archive")" != "$expected" ]; then
    make_new "$cache"
    fetch
    rm -rf "$new"
  fi
  make_new "$programs"
  # The JVM compares the time of the jar with that in its archive of classes, so files keep their times.
  tar -x -o -z -f "$archive" -C "$new" || fail "cannot unpack $archive in $programs; check the free space"
  [ -x "$new/$image/autoheal" ] || fail "missing $image/autoheal in $archive; check the pinned checksum"
  # If another job was faster, this moves the folder into that of the other job, so its name must be unique.
  tree=${new##*/}
  if ! mv "$new/$image" "$new/$tree" || ! mv "$new/$tree" "$place"; then
    fail "cannot write to $programs; check its permissions"
  fi
  rm -rf "${place:?}/$tree"
fi
printf '%s\n' "$place/autoheal"
