#!/usr/bin/env bash
# Makes small profiles that hold counters only, the programs they are correlated with, and what LLVM's tool merges.
#
#   tck/corpus/correlated.sh RELEASE SOURCES DIR     e.g. 22, the folder programs of the corpus, and where the files go
#
# The release's clang, llvm-profdata, llvm-objcopy and a GNU linker must be here; for a release of a Debian root run it
# in there. A profile is that of the whole program. The ELF file beside it is linked without libraries and pages, and
# keeps the sections that tell of counters; the tool must make the same of both.
set -euo pipefail
release=$1
sources=$(realpath "$2")
out=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cp "$sources"/*.c "$work"
cd "$work"

# make NAME OPTION SOURCE FLAGS…
make() {
  local name=$1-$release option=$2 source=$3 program
  shift 3
  "clang-$release" -no-pie -O1 "$@" "$source" -o program
  LLVM_PROFILE_FILE=$out/$name.profraw setarch x86_64 -R ./program >/dev/null || true
  "clang-$release" -O1 -fdebug-compilation-dir=. "$@" -c "$source" -o program.o
  ld -N -e main --build-id=none --no-warn-rwx-segments --unresolved-symbols=ignore-all program.o -o linked
  "llvm-objcopy-$release" --keep-section='__llvm_*' --strip-all -R .text -R '.rodata*' -R .eh_frame -R .comment \
    -R __llvm_covfun -R __llvm_covmap -R '.debug_loc*' -R .debug_line -R '.debug_rnglists' --keep-section='.debug*' \
    linked small
  [ -z "${compress:-}" ] || "llvm-objcopy-$release" --compress-debug-sections="$compress" small
  for program in program small; do
    "llvm-profdata-$release" merge --num-threads=1 "$option=$program" "$out/$name.profraw" -o "$program.profdata"
  done
  cmp program.profdata small.profdata
  install -m 644 small "$out/$name.elf"
  cp small.profdata "$out/$name.profdata"
}

ir='-fprofile-generate -mllvm -disable-vp'
front=-fprofile-instr-generate
debug='-g -mllvm -profile-correlate=debug-info'
binary='-mllvm -profile-correlate=binary'
[ "$release" -ge 18 ] || debug='-g -mllvm -debug-info-correlate'

# shellcheck disable=SC2086
case $release in
  14) make debug --debug-info steps.c $debug $ir ;;
  16) make dwarf4 --debug-info steps.c $debug -gdwarf-4 $ir ;;
  19) make binary --binary-file steps.c $binary $ir ;;
  22)
    make debug --debug-info steps.c $debug $ir
    make wide --debug-info steps.c $debug -gdwarf64 $ir
    compress=zlib make packed --debug-info steps.c $debug $ir
    make front --debug-info steps.c $debug $front
    make time --debug-info steps.c $debug $ir -mllvm -pgo-temporal-instrumentation
    make timebytes --debug-info steps.c $debug $ir -mllvm -pgo-temporal-instrumentation -mllvm -pgo-block-coverage
    make binaryfront --binary-file steps.c $binary $front
    ;;
  23)
    make bits --debug-info decisions.c $debug $front -fcoverage-mapping -fcoverage-mcdc
    make binarybits --binary-file decisions.c $binary $front -fcoverage-mapping -fcoverage-mcdc
    ;;
esac
