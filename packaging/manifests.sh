#!/bin/sh
# Fills the manifests of winget, scoop and Homebrew for a release: manifests.sh VERSION OWNER SHA256SUMS FOLDER
# SHA256SUMS is that of the release; a checksum that a manifest needs and that it lacks is an error.
set -eu
version=$1 owner=$2 sums=$3 folder=$4
here=$(dirname "$0")
edits=$(mktemp)
trap 'rm -f "$edits"' EXIT

printf 's|@version@|%s|g\ns|@owner@|%s|g\ns|@release@|https://github.com/%s/autoheal/releases/download/v%s|g\n' \
  "$version" "$owner" "$owner" "$version" >"$edits"
while read -r sum name; do
  # winget wants capital letters.
  printf 's|@sha256:%s@|%s|\ns|@SHA256:%s@|%s|\n' "${name#autoheal-"$version"-}" "$sum" \
    "${name#autoheal-"$version"-}" "$(printf '%s' "$sum" | tr abcdef ABCDEF)" >>"$edits"
done <"$sums"

for file in winget/autoheal.yaml winget/autoheal.installer.yaml winget/autoheal.locale.en-US.yaml scoop/autoheal.json \
  homebrew/autoheal.rb; do
  mkdir -p "$folder/${file%/*}"
  case $file in
    winget/*) filled=$folder/winget/$owner.${file#winget/} ;;
    *) filled=$folder/$file ;;
  esac
  sed -f "$edits" "$here/$file" >"$filled"
  if grep -n '@[A-Za-z][A-Za-z0-9:.-]*@' "$filled" >&2; then
    printf 'manifests.sh: %s lacks what the lines above need\n' "$sums" >&2
    exit 1
  fi
done
