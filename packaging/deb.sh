#!/bin/sh
# Builds the Debian package from an unpacked image: deb.sh IMAGE VERSION OWNER FOLDER
# The manual page and the completions are those that the program prints. Needs dpkg-deb.
set -eu
image=$1 version=$2 owner=$3 folder=$4
here=$(dirname "$0")
arch=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
umask 022

mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib" "$root/usr/share/man/man1" "$root/usr/share/doc/autoheal" \
  "$root/usr/share/bash-completion/completions"
# The time of the jar stays, because the archive of classes belongs to it.
cp -Rp "$image" "$root/usr/lib/autoheal"
chmod -R u=rwX,go=rX "$root"
rm "$root/usr/lib/autoheal/autoheal.cmd"
ln -s ../lib/autoheal/autoheal "$root/usr/bin/autoheal"
"$image/autoheal" generate-completion >"$root/usr/share/bash-completion/completions/autoheal"
"$image/autoheal" generate-man-page | gzip -9n >"$root/usr/share/man/man1/autoheal.1.gz"
gzip -9n <"$here/../CHANGELOG.md" >"$root/usr/share/doc/autoheal/changelog.gz"
mv "$root/usr/lib/autoheal/LICENSE" "$root/usr/share/doc/autoheal/copyright"
sed "s/@version@/$version/; s/@arch@/$arch/; s/@owner@/$owner/g; s/@size@/$(du -sk "$root" | cut -f1)/" \
  "$here/control" >"$root/DEBIAN/control"
dpkg-deb --root-owner-group --build "$root" "$folder/autoheal_${version}_$arch.deb" >&2
