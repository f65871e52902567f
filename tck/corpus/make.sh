#!/usr/bin/env bash
# Makes the corpus afresh: profiles of real compilers, what LLVM's own tools print of them, and the manifest.
#
#   tck/corpus/make.sh DIR
#
# DIR keeps the Debian and Ubuntu roots with the compilers from one run to the next (some 10 GB). Needs
# root, Debian 12, UBUNTU_MIRROR (see llvm-releases.sh) and a built cli/target/profdata.jar, which writes the files
# that no real program can be had for.
#
# A file is the same in every run with the same packages: programs are linked at fixed addresses and run without
# randomization of addresses.
set -euo pipefail
cd "$(dirname "$0")"

roots=$(realpath "$1")
corpus=$(realpath ../src/main/resources/dev/profdata/tck/corpus)
jar=$(realpath ../../cli/target/profdata.jar)
# shellcheck source-path=SCRIPTDIR
source recording.sh
# shellcheck source-path=SCRIPTDIR
source recipes.sh

bring_tools() {
  ./llvm-releases.sh here 13 14 15 16 19 22
  ./llvm-releases.sh root "$roots/xenial" 3.5 3.6 3.7 3.8 3.9 5.0
  ./llvm-releases.sh root "$roots/focal" 6.0 9 10 11 12
  ./llvm-releases.sh root "$roots/trixie" 17 18
  ./llvm-releases.sh root "$roots/sid" 21 23
  ./big-endian.sh "$roots/big-endian"
  install / libc6-dev-i386 lib32gcc-12-dev
  install "$roots/xenial" gcc-multilib
  install "$roots/focal" gcc-multilib
  install "$roots/trixie" gcc-multilib rustc libc6-dev-s390x-cross
  install "$roots/sid" gcc-multilib rustc libc6-dev-s390x-cross
}

# Installs into a root: install ROOT PACKAGE…
install() {
  local root=$1
  shift
  DEBIAN_FRONTEND=noninteractive chroot "$root" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# By rule: by_rule SOURCE VERSION BITS ORDER RELEASE, the release whose tool confirms the file
by_rule() {
  local source=$1 version=$2 bits=$3 order=$4 release=$5 name
  name="v$version-rule-$bits${order:0:1}.profraw"
  prepare 16
  [ "$release" = - ] || prepare "$release"
  java -cp "$jar" WriteByRule.java "$corpus/raw/$source" "$version" "$bits" "$order" "$work/rule.profraw"
  record "$work/rule.profraw" raw "$name" by-rule "$release" profdata "WriteByRule $source $version $bits $order"
}

rules() {
  local without=v5-clang12-fe.profraw
  by_rule $without 1 64 big 3.7
  by_rule $without 1 32 little 3.7
  by_rule $without 1 32 big 3.7
  by_rule $without 2 64 big 3.8
  by_rule $without 2 32 little 3.8
  by_rule $without 2 32 big 3.8
  by_rule v10-clang22-vtables.profraw 2 64 little 3.8 # where no target is unknown: 3.8 would make it a known one
  by_rule v5-clang12-ir.profraw 3 64 little -
  by_rule v5-clang12-ir.profraw 3 64 big -
  by_rule v5-clang12-ir.profraw 3 32 little -
  by_rule v5-clang12-ir.profraw 3 32 big -
  by_rule v8-clang16-s390x-ir.profraw 4 64 big 9
  by_rule v8-clang16-s390x-ir.profraw 4 32 big 9
  by_rule v8-clang16-s390x-ir.profraw 5 64 big 12
  by_rule v8-clang16-s390x-ir.profraw 5 32 big 12
  by_rule v8-clang16-ir.profraw 6 64 little -
  by_rule v8-clang16-ir.profraw 6 64 big -
  by_rule v8-clang16-ir.profraw 6 32 little -
  by_rule v8-clang16-ir.profraw 6 32 big -
  by_rule v8-clang16-s390x-ir.profraw 7 32 big 13
  by_rule v9-clang18-ir.profraw 9 32 big 18
  by_rule v10-clang22-vtables.profraw 10 32 big 22
  by_rule v11-clang23-vtables.profraw 11 32 big 23
}

bring_tools

mkdir -p "$corpus"/{raw,indexed,text}
rm -f "$corpus"/{raw,indexed,text}/*
: >"$corpus/MANIFEST.new"

early
for release in 13 14 15 16 17 18 19 21 22 23; do
  common "$release"
done
for release in 13 16 17 18 21 22 23; do
  variants "$release"
done
# the second image is not aligned: LLVM refuses it
with_library 16 libentry "$ir -mllvm -pgo-function-entry-coverage"
memory 16
memory 22
big_endian
rust 18 coverage19 19 '-C instrument-coverage'
rust 18 generate19 19 '-C profile-generate'
rust 23 coverage22 22 '-C instrument-coverage'
rules

{
  echo '# Made by tck/corpus/make.sh. The last column: "text" if llvm-profdata of the release prints the file (what it'
  echo '# prints is in text/), "error" if it refuses the file, "-" if no tool can be had.'
  printf 'file\torigin\trelease\tproducer\tcommand\tversion\tbits\torder\tvariant\tsha256\ttext\n'
  LC_ALL=C sort "$corpus/MANIFEST.new"
} >"$corpus/MANIFEST.tsv"
rm "$corpus/MANIFEST.new"
