#!/usr/bin/env bash
# Brings real LLVM releases onto a Debian 12 machine, to make profiles with and to compare with.
#
#   llvm-releases.sh here 13 14 15 16 19 22   clang-N and llvm-profdata-N from the machine's own packages
#   llvm-releases.sh root DIR 17 18           the same in a Debian root below DIR (17, 18 or 21, 23: one
#                                             suite for each root); name it in -Dprofdata.llvm.roots
#   llvm-releases.sh root DIR 3.5 3.8 5.0     the same in an Ubuntu root (3.5 to 5.0 or 6.0 to 12), to make
#                                             the corpus with
#
#   llvm-releases.sh mirror                   the package mirror that the machine is set to
#
# Needs root. Uses that mirror; for Ubuntu the one that UBUNTU_MIRROR names. Debian 12 has no
# package of Ubuntu's keys: what comes from there is not authenticated, stay in the root with it.
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

ubuntu() {
  echo "${UBUNTU_MIRROR:?set it to the address of a mirror of the Ubuntu archive}"
}

# The suite that has a release.
suite() {
  case $1 in
    3.* | 4.0 | 5.0) echo xenial ;;
    6.0 | 7 | 8 | 9 | 10 | 11 | 12) echo focal ;;
    17 | 18) echo trixie ;;
    *) echo sid ;;
  esac
}

# 15 and those before 14 carry the profile runtime in their clang package.
packages() {
  local release
  for release in "$@"; do
    printf 'clang-%s llvm-%s ' "$release" "$release"
    case $release in
      3.* | 4.0 | 5.0 | 6.0 | 7 | 8 | 9 | 1[01235]) ;;
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

bootstrap() {
  local folder=$1 suite=$2
  [ ! -d "$folder/usr/bin" ] || return 0
  command -v debootstrap >/dev/null || {
    apt-get update -qq
    apt-get install -y -qq debootstrap >/dev/null
  }
  case $suite in
    xenial | focal)
      debootstrap --no-check-gpg --variant=minbase --components=main,universe "$suite" "$folder" "$(ubuntu)" >/dev/null
      printf 'deb %s %s main universe\n' "$(ubuntu)" "$suite" "$(ubuntu)" "$suite-updates" \
        >"$folder/etc/apt/sources.list"
      ;;
    *) debootstrap --variant=minbase "$suite" "$folder" "$(mirror)" >/dev/null ;;
  esac
}

root() {
  local folder=$1
  shift
  bootstrap "$folder" "$(suite "$1")"
  # the mirror may lag behind sid's date of expiry
  chroot "$folder" apt-get -o Acquire::Check-Valid-Until=false update -qq
  # shellcheck disable=SC2046
  DEBIAN_FRONTEND=noninteractive chroot "$folder" apt-get install -y -qq --no-install-recommends \
    libc6-dev gcc g++ $(packages "$@") >/dev/null
}

[ "${1:-}" = mirror ] || [ $# -ge 2 ] || die "usage: here RELEASE… | root DIR RELEASE… | mirror"
action=$1
shift
case $action in
  here | root | mirror) "$action" "$@" ;;
  *) die "unknown action $action" ;;
esac
