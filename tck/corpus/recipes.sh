# shellcheck shell=bash
# How the profiles of real compilers are made. Read by make.sh, which also reads recording.sh.

# Fixed addresses, for the same bytes in every run; the oldest compilers link like this unasked.
link=-no-pie
readonly fixed='setarch x86_64 -R'
readonly start="LLVM_PROFILE_FILE=out.profraw $fixed ./program"
readonly front='-fprofile-instr-generate -fcoverage-mapping'
readonly ir='-fprofile-generate -Wl,--build-id=sha1'
readonly live='-mllvm -runtime-counter-relocation'

# The usual recipe, compile and run: compiled RELEASE SUBJECT FLAGS-AND-SOURCE
compiled() {
  local release=$1 subject=$2 flags=$3
  profile "$release" "$subject" "clang-$release -O1 $link $flags -o program && $start"
}

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
  local release=$1 first use
  first="clang-$release -O1 $link -fprofile-generate values.c -o first && LLVM_PROFILE_FILE=first.profraw $fixed ./first"
  use='-fprofile-use=first.profdata -fcs-profile-generate'
  profile "$release" cs "$first && llvm-profdata-$release merge first.profraw -o first.profdata \
&& clang-$release -O2 $link $use values.c -o program && $start"
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

with_library() {
  local release=$1 subject=$2 flags=$3 library
  library="clang-$release -O1 -shared -fPIC $flags library.c -o libcollatz.so"
  profile "$release" "$subject" "$library \
&& clang-$release -O1 $link $flags uses-library.c -L. -lcollatz -Wl,-rpath,. -o program && $start"
}

# Several runs into one file, named by the program's signature.
pooled() {
  local release=$1
  profile "$release" pool "clang-$release -O1 $link $ir values.c -o program \
&& for run in 1 2 3; do LLVM_PROFILE_FILE=%m.profraw $fixed ./program; done && mv [0-9]*.profraw out.profraw"
}

# The counters live in the file: continuous RELEASE SUBJECT FLAGS
continuous() {
  local release=$1 subject=$2 flags=$3
  profile "$release" "$subject" "clang-$release -O1 $link $flags $live values.c -o program \
&& LLVM_PROFILE_FILE=%cout.profraw $fixed ./program"
}

# 13 and later: all else
variants() {
  local release=$1 correlate='-mllvm -debug-info-correlate'
  [ "$release" = 17 ] || compiled "$release" m32fe "-m32 $front values.c"
  compiled "$release" plain "$ir -mllvm -enable-name-compression=false values.c"
  compiled "$release" first "$ir -mllvm -pgo-instrument-entry values.c"
  context_sensitive "$release"
  with_library "$release" lib "$ir"
  pooled "$release"
  continuous "$release" live "$front"
  [ "$release" -ge 14 ] || return 0
  # announces value sites but has no values: LLVM refuses it
  continuous "$release" livevalues "$ir"
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
  profile "$release" vtables "clang++-$release -O1 $link $ir -mllvm -enable-vtable-value-profiling tables.cpp \
-o program && $start"
  merged "$release" vtables '--num-threads=1 --keep-vtable-symbols' vtables
  [ "$release" -ge 21 ] || return 0
  compiled "$release" loop "$ir -mllvm -pgo-instrument-loop-entries values.c"
  merged "$release" loop --num-threads=1 loop
}

# A memory profile beside the counters; its time stamps differ from run to run.
memory() {
  local release=$1 counters heap
  local debug='-O0 -g -gmlt -fdebug-info-for-profiling -fno-omit-frame-pointer -mno-omit-leaf-frame-pointer'
  counters="clang-$release -O1 $link $ir heap.c -o program && $start"
  heap="clang-$release $debug -Wl,--build-id=sha1 $link -fmemory-profile heap.c -o heap \
&& MEMPROF_OPTIONS=log_path=heap.raw $fixed ./heap"
  prepare "$release"
  indexed "$release" memory "$counters && $heap \
&& llvm-profdata-$release merge out.profraw heap.raw.* --profiled-binary=heap -o out.profdata"
}

# Compiles where the release is, links and runs on this machine: foreign RELEASE SUBJECT MACHINE FLAGS-AND-SOURCE
foreign() {
  local release=$1 subject=$2 machine=$3 flags=$4 compile link_and_run version
  compile="clang-$release --target=$machine-linux-gnu -isystem /usr/$machine-linux-gnu/include -O1 $flags \
-c -o program.o"
  link_and_run="$machine-linux-gnu-gcc -static -no-pie program.o -u__llvm_profile_runtime runtime.a -o program \
&& LLVM_PROFILE_FILE=out.profraw qemu-${machine/powerpc/ppc}-static ./program"
  prepare "$release"
  run "$release" "$compile"
  mkdir -p "$work"
  [ "$(root_of "$release")" = / ] || cp "$(root_of "$release")$work/program.o" "$work"
  cp "$roots/big-endian/$machine-$release.a" "$work/runtime.a"
  run 16 "$link_and_run" >/dev/null 2>&1
  version=$(facts "$work/out.profraw" | cut -f 1)
  record "$work/out.profraw" raw "v$version-clang$release-$subject.profraw" real "$release" \
    "clang $(version_of "$release" "clang-$release")" "$compile && $link_and_run"
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

# The compiler of the Debian root that has release INSIDE: rust INSIDE SUBJECT RELEASE OPTION, its LLVM being RELEASE
rust() {
  local inside=$1 subject=$2 release=$3 option=$4 line
  prepare "$inside"
  prepare "$release"
  line="rustc -O $option -C relocation-model=static hello.rs -o program && $start"
  run "$inside" "$line" >/dev/null 2>&1
  record "$(root_of "$inside")$work/out.profraw" raw "v10-rustc-$subject.profraw" real "$release" \
    "rustc $(version_of "$inside" rustc) with LLVM $release" "$line"
}
