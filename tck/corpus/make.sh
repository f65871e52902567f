#!/usr/bin/env bash
# Makes the corpus afresh: profiles of real compilers, what LLVM's own tools print of them, and the manifest.
#
#   tck/corpus/make.sh DIR
#
# DIR keeps the Debian and Ubuntu roots with the compilers from one run to the next (some 10 GB). Needs
# root, Debian 12 and a built cli/target/profdata.jar, which writes the files that no real program can be had for.
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

bring_tools() {
  ./llvm-releases.sh here 13 14 15 16 19 22
  ./llvm-releases.sh root "$roots/xenial" 3.5 3.6 3.7 3.8 3.9 5.0
  ./llvm-releases.sh root "$roots/focal" 6.0 9 10 11 12
  ./llvm-releases.sh root "$roots/trixie" 17 18
  ./llvm-releases.sh root "$roots/sid" 21 23
  ./big-endian.sh "$roots/big-endian"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libc6-dev-i386 lib32gcc-12-dev >/dev/null
  local root
  for root in xenial focal trixie sid; do
    DEBIAN_FRONTEND=noninteractive chroot "$roots/$root" apt-get install -y -qq --no-install-recommends gcc-multilib >/dev/null
  done
  for root in trixie sid; do
    DEBIAN_FRONTEND=noninteractive chroot "$roots/$root" apt-get install -y -qq --no-install-recommends rustc \
      libc6-dev-s390x-cross >/dev/null
  done
}

# The usual recipe: compile FLAGS FILES, then run.
compiled() {
  local release=$1 subject=$2 flags=$3
  profile "$release" "$subject" "clang-$release -O1 $link $flags -o program && $start ./program"
}

# Fixed addresses, for the same bytes in every run; compilers before 9 know nothing else.
readonly start='LLVM_PROFILE_FILE=out.profraw setarch x86_64 -R'
link=-no-pie
readonly front='-fprofile-instr-generate -fcoverage-mapping'
readonly ir='-fprofile-generate -Wl,--build-id=sha1'

# 3.5 to 12: front end, IR, 32 bit, context-sensitive
early() {
  local release
  link=
  for release in 3.5 3.6 3.7 3.8; do
    compiled "$release" fe '-fprofile-instr-generate values.c'
    merged "$release" fe '' fe
  done
  for release in 3.9 5.0 6.0 9 10 11 12; do
    compiled "$release" fe '-fprofile-instr-generate values.c'
    compiled "$release" ir '-fprofile-generate values.c'
    merged "$release" fe '' fe
    merged "$release" ir '' ir
  done
  for release in 3.9 5.0; do
    compiled "$release" m32 '-m32 -fprofile-generate values.c'
  done
  link=-no-pie
  for release in 9 11; do
    context_sensitive "$release"
    compiled "$release" m32 '-m32 -fprofile-generate values.c'
  done
}

context_sensitive() {
  local release=$1
  profile "$release" cs "clang-$release -O1 $link -fprofile-generate values.c -o program && LLVM_PROFILE_FILE=first.profraw setarch x86_64 -R ./program && llvm-profdata-$release merge first.profraw -o first.profdata && clang-$release -O2 $link -fprofile-use=first.profdata -fcs-profile-generate values.c -o program && $start ./program"
  merged "$release" cs '' cs
}

# 13 and later: what every release has
common() {
  local release=$1
  compiled "$release" fe "$front values.c"
  compiled "$release" ir "$ir values.c"
  merged "$release" fe --num-threads=1 fe
  merged "$release" ir --num-threads=1 ir
  [ "$release" = 17 ] || compiled "$release" m32 "-m32 $ir values.c" # 17 has no runtime for 32 bit
}

# 13 and later: all else
variants() {
  local release=$1 correlate='-mllvm -debug-info-correlate'
  [ "$release" = 17 ] || compiled "$release" m32fe "-m32 $front values.c"
  compiled "$release" plain "$ir -mllvm -enable-name-compression=false values.c"
  compiled "$release" first "$ir -mllvm -pgo-instrument-entry values.c"
  context_sensitive "$release"
  profile "$release" lib "clang-$release -O1 -shared -fPIC $ir library.c -o libcollatz.so && clang-$release -O1 $link $ir uses-library.c -L. -lcollatz -Wl,-rpath,. -o program && $start ./program"
  profile "$release" pool "clang-$release -O1 $link $ir values.c -o program && for run in 1 2 3; do LLVM_PROFILE_FILE=%m.profraw setarch x86_64 -R ./program; done && mv [0-9]*.profraw out.profraw"
  profile "$release" live "clang-$release -O1 $link $front -mllvm -runtime-counter-relocation values.c -o program && LLVM_PROFILE_FILE=%cout.profraw setarch x86_64 -R ./program"
  [ "$release" -ge 14 ] || return 0
  compiled "$release" entry "$ir -mllvm -pgo-function-entry-coverage values.c"
  [ "$release" -lt 18 ] || correlate='-mllvm -profile-correlate=debug-info'
  compiled "$release" debug "-g $ir $correlate -mllvm -disable-vp values.c"
  merged "$release" first --num-threads=1 first ir
  [ "$release" -ge 17 ] || return 0
  compiled "$release" block "$ir -mllvm -pgo-block-coverage values.c"
  compiled "$release" time "$ir -mllvm -pgo-temporal-instrumentation values.c"
  compiled "$release" timeb "$ir -mllvm -pgo-temporal-instrumentation -mllvm -pgo-block-coverage values.c"
  merged "$release" entry --num-threads=1 entry
  merged "$release" time --num-threads=1 time
  [ "$release" -ge 18 ] || return 0
  compiled "$release" mcdc "$front -fcoverage-mcdc decisions.c"
  merged "$release" mcdc --num-threads=1 mcdc
  [ "$release" -ge 19 ] || return 0
  compiled "$release" byte "$front -mllvm -enable-single-byte-coverage values.c"
  profile "$release" vtables "clang++-$release -O1 $link $ir -mllvm -enable-vtable-value-profiling tables.cpp -o program && $start ./program"
  merged "$release" vtables '--num-threads=1 --keep-vtable-symbols' vtables
  [ "$release" -ge 21 ] || return 0
  compiled "$release" loop "$ir -mllvm -pgo-instrument-loop-entries values.c"
  merged "$release" loop --num-threads=1 loop
}

# A memory profile beside the counters; its time stamps differ from run to run.
memory() {
  local release=$1
  local debug='-O0 -g -gmlt -fdebug-info-for-profiling -fno-omit-frame-pointer -mno-omit-leaf-frame-pointer -Wl,--build-id=sha1'
  prepare "$release"
  indexed "$release" memory "clang-$release -O1 $link $ir heap.c -o program && $start ./program && clang-$release $debug $link -fmemory-profile heap.c -o heap && MEMPROF_OPTIONS=log_path=heap.raw setarch x86_64 -R ./heap && llvm-profdata-$release merge out.profraw heap.raw.* --profiled-binary=heap -o out.profdata"
}

# Compiles inside the root of the release, links and runs on this machine: foreign RELEASE SUBJECT MACHINE FLAGS
foreign() {
  local release=$1 subject=$2 machine=$3 flags=$4 compile rest
  prepare "$release"
  mkdir -p "$work"
  compile="clang-$release --target=$machine-linux-gnu -isystem /usr/$machine-linux-gnu/include -O1 $flags -c -o program.o"
  rest="$machine-linux-gnu-gcc -static -no-pie program.o -u__llvm_profile_runtime $machine-runtime.a -o program && LLVM_PROFILE_FILE=out.profraw qemu-${machine/powerpc/ppc}-static ./program"
  run "$release" "$compile"
  [ "$(root_of "$release")" = / ] || cp "$(root_of "$release")$work/program.o" "$work"
  cp "$roots/big-endian/$machine-$release.a" "$work/$machine-runtime.a"
  run 16 "$rest" >/dev/null 2>&1
  record "$work/out.profraw" raw "v$(facts "$work/out.profraw" | cut -f 1)-clang$release-$subject.profraw" real "$release" \
    "clang $(version_of "$release" "clang-$release")" "$compile && $rest"
}

# 17 and before lose the targets of calls in files of the other byte order; theirs have none.
big_endian() {
  local release
  for release in 13 16 18 22 23; do
    foreign "$release" s390x-fe s390x '-fprofile-instr-generate decisions.c'
    foreign "$release" s390x-ir s390x '-fprofile-generate decisions.c'
  done
  foreign 18 s390x-values s390x '-fprofile-generate values.c'
  foreign 22 s390x-values s390x '-fprofile-generate values.c'
  foreign 23 s390x-mcdc s390x '-fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc decisions.c'
  foreign 16 powerpc-fe powerpc '-fprofile-instr-generate decisions.c'
  foreign 16 powerpc-ir powerpc '-fprofile-generate decisions.c'
}

# The compiler of a Debian root: rust ROOT-OF SUBJECT RELEASE OPTION, RELEASE being that of its LLVM
rust() {
  local inside=$1 subject=$2 release=$3 option=$4 line
  prepare "$inside"
  prepare "$release"
  line="rustc -O $option -C relocation-model=static hello.rs -o program && $start ./program"
  run "$inside" "$line" >/dev/null 2>&1
  record "$(root_of "$inside")$work/out.profraw" raw "v10-rustc-$subject.profraw" real "$release" \
    "rustc $(version_of "$inside" rustc) with LLVM $release" "$line"
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
  by_rule v10-clang22-vtables.profraw 2 64 little 3.8 # it takes an unknown target for some known one; here are none
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
memory 16
memory 22
big_endian
rust 18 coverage19 19 '-C instrument-coverage'
rust 18 generate19 19 '-C profile-generate'
rust 23 coverage22 22 '-C instrument-coverage'
rules
{
  echo '# Made by tck/corpus/make.sh. "text" is what llvm-profdata of the release prints of the file, in text/; "error" if it'
  echo '# refuses the file; "-" if there is no tool. Bits and order matter in raw files only.'
  echo "$header"
  LC_ALL=C sort "$corpus/MANIFEST.new"
} >"$corpus/MANIFEST.tsv"
rm "$corpus/MANIFEST.new"
