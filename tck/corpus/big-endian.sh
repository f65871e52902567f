#!/usr/bin/env bash
# Brings what it takes to make big-endian profiles on a Debian 12 machine: C libraries, emulators, and LLVM's
# profile runtime, as packaged for s390x and, for 32-bit PowerPC, built from the source of LLVM 16.
#
#   big-endian.sh DIR     leaves DIR/s390x-N.a for N = 13 16 18 22 23, and DIR/powerpc-16.a
#
# Needs root and clang-16. Packages of another architecture are only unpacked, never installed; apt's own
# settings and lists stay as they are.
set -euo pipefail

target=$1
mkdir -p "$target"
target=$(realpath "$target")
mirror=$("$(dirname "$0")/llvm-releases.sh" mirror)

# Runs apt-get for s390x with settings of its own, in a folder below the target.
foreign_apt() {
  local suite=$1 state="$target/apt-$1"
  shift
  mkdir -p "$state/lists/partial" "$state/archives/partial"
  echo "deb [arch=s390x] $mirror $suite main" >"$state/sources.list"
  (cd "$state" && apt-get -qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=- \
    -o Dir::State="$state" -o Dir::State::status=/dev/null -o Dir::Cache="$state" \
    -o APT::Architecture=s390x -o APT::Architectures=s390x -o Acquire::Check-Valid-Until=false \
    -o APT::Sandbox::User=root "$@")
}

s390x_runtime() {
  local release=$1 suite=$2 package=$3
  [ ! -e "$target/s390x-$release.a" ] || return 0
  foreign_apt "$suite" update
  foreign_apt "$suite" download "$package"
  dpkg-deb -x "$target/apt-$suite/$package"_*.deb "$target/unpacked"
  cp "$target/unpacked/usr/lib/llvm-$release/lib/clang"/*/lib/linux/libclang_rt.profile-s390x.a \
    "$target/s390x-$release.a"
}

powerpc_runtime() {
  local source="$target/source" objects="$target/objects" file
  [ ! -e "$target/powerpc-16.a" ] || return 0
  mkdir -p "$source" "$objects"
  (cd "$source" && apt-get source -qq --download-only llvm-toolchain-16)
  tar xJf "$source"/llvm-toolchain-16_*.orig.tar.xz -C "$source" --strip-components=1 --wildcards \
    '*/compiler-rt/lib/profile/*' '*/compiler-rt/include/profile/*'
  cd "$source/compiler-rt/lib/profile"
  for file in *.c InstrProfilingRuntime.cpp; do
    clang-16 --target=powerpc-linux-gnu -O1 -I../../include -DCOMPILER_RT_HAS_ATOMICS=1 \
      -DCOMPILER_RT_HAS_FCNTL_LCK=1 -DCOMPILER_RT_HAS_UNAME=1 -c "$file" -o "$objects/$file.o"
  done
  ar rcsD "$target/powerpc-16.a" "$objects"/*.o
}

DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-remove gcc-s390x-linux-gnu libc6-dev-s390x-cross \
  gcc-powerpc-linux-gnu libc6-dev-powerpc-cross qemu-user-static >/dev/null
s390x_runtime 13 bookworm libclang-common-13-dev
s390x_runtime 16 bookworm libclang-rt-16-dev
s390x_runtime 18 trixie libclang-rt-18-dev
s390x_runtime 22 sid libclang-rt-22-dev
s390x_runtime 23 sid libclang-rt-23-dev
powerpc_runtime
