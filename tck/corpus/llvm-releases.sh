#!/usr/bin/env bash
# Brings real LLVM releases onto a Debian 12 machine, to make profiles with and to compare with.
#
#   llvm-releases.sh here 13 14 15 16 19 22   clang-N and llvm-profdata-N from the machine's own packages
#   llvm-releases.sh root DIR 17 18           the same in a Debian root below DIR (17, 18 or 21, 23: one
#                                             suite for each root); name it in -Dprofdata.llvm.roots
#
# Needs root. Uses the package mirror that the machine is set to.
set -euo pipefail

die() {
  echo "llvm-releases: $*" >&2
  exit 2
}

mirror() {
  local found
  found=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk '/^URIs:/ && !/security/ {print $2; exit}')
  [ -n "$found" ] || found=$(awk '$1 == "deb" {for (i = 2; i <= NF; i++) if ($i ~ /:\/\//) {print $i; exit}}' /etc/apt/sources.list 2>/dev/null)
  [ -n "$found" ] || die "no package mirror in the settings of this machine"
  echo "$found"
}

# 13 and 15 carry the profile runtime in their clang package.
packages() {
  local release
  for release in "$@"; do
    printf 'clang-%s llvm-%s ' "$release" "$release"
    case $release in
      13 | 15) ;;
      *) printf 'libclang-rt-%s-dev ' "$release" ;;
    esac
  done
}

here() {
  local missing=() release
  for release in "$@"; do
    if ! command -v "clang-$release" >/dev/null || ! command -v "llvm-profdata-$release" >/dev/null; then
      missing+=("$release")
    fi
  done
  if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq
    # shellcheck disable=SC2046
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(packages "${missing[@]}") >/dev/null
  fi
}

root() {
  local folder=$1 suite=sid
  shift
  case " $* " in *" 17 "* | *" 18 "*) suite=trixie ;; esac
  command -v debootstrap >/dev/null || {
    apt-get update -qq
    apt-get install -y -qq debootstrap >/dev/null
  }
  [ -d "$folder/usr/bin" ] || debootstrap --variant=minbase "$suite" "$folder" "$(mirror)" >/dev/null
  chroot "$folder" apt-get update -qq
  # shellcheck disable=SC2046
  DEBIAN_FRONTEND=noninteractive chroot "$folder" apt-get install -y -qq --no-install-recommends \
    libc6-dev gcc g++ $(packages "$@") >/dev/null
}

[ $# -ge 2 ] || die "usage: here RELEASE… | root DIR RELEASE…"
action=$1
shift
case $action in
  here | root) "$action" "$@" ;;
  *) die "unknown action $action" ;;
esac
