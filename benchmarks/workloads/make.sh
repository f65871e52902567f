#!/usr/bin/env bash
# Makes the workloads of compare.sh by compiling and running programs with a real clang.
#
#   make.sh DIR [RELEASE]     RELEASE of LLVM, 22 by default
#
# A  DIR/a/ir.profraw, DIR/a/fe.profraw   one raw file of 105,000 functions, IR and front-end
# B  DIR/b/*.profraw                      1,000 runs of SQLite's shell
# C  DIR/c/*.profraw                      50 runs of A
# D  DIR/d/*.profdata                     20 runs of A, indexed
# E  DIR/e/a.txt                          A as text
# F  DIR/f/*.profraw                      20 builds of a smaller program, 20 runs each, shuffled
#
# What is there already is left alone. Needs clang, llvm-profdata and about 4 GB; B also needs
# Debian's source package of SQLite (deb-src in the package sources), make and tclsh.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
dir=$1
release=${2:-22}
clang=clang++-$release
profdata=llvm-profdata-$release
mkdir -p "$dir"

ir=(-fprofile-generate)
fe=(-fprofile-instr-generate -mllvm -enable-value-profiling)

# units FOLDER UNITS FUNCTIONS BUILD: writes the sources of a program
units() {
  local folder=$1 units=$2 functions=$3 build=$4 unit
  mkdir -p "$folder"
  for unit in $(seq 1 "$units"); do
    awk -v unit="$unit" -v functions="$functions" -v build="$build" -f "$here/program.awk" \
      >"$folder/unit$unit.cpp"
  done
  awk -v units="$units" -f "$here/main.awk" >"$folder/main.cpp"
}

# program FOLDER NAME FLAG...: compiles the sources of a folder into FOLDER/NAME
program() {
  local folder=$1 name=$2
  shift 2
  [ ! -x "$folder/$name" ] || return 0
  mkdir -p "$folder/$name.o"
  find "$folder" -maxdepth 1 -name '*.cpp' -print0 |
    xargs -0 -P "$(nproc)" -I{} sh -c \
      'source=$1 objects=$2; shift 2; "$@" -O1 -g0 -c "$source" -o "$objects/$(basename "$source" .cpp).o"' \
      compile {} "$folder/$name.o" "$clang" "$@"
  "$clang" "$@" "$folder/$name.o"/*.o -o "$folder/$name"
  rm -r "$folder/$name.o"
}

# runs PROGRAM PATTERN FIRST LAST: runs a program with seeds, a profile for each
runs() {
  local program=$1 pattern=$2 seed file
  for seed in $(seq "$3" "$4"); do
    # shellcheck disable=SC2059
    file=$(printf "$pattern" "$seed")
    [ -s "$file" ] || LLVM_PROFILE_FILE=$file "$program" "$seed" >/dev/null
  done
}

large() {
  local build=$dir/build/large
  [ -d "$build" ] || units "$build" 105 1000 1
  program "$build" ir "${ir[@]}"
  program "$build" fe "${fe[@]}"
  mkdir -p "$dir/a" "$dir/c" "$dir/d" "$dir/e"
  runs "$build/ir" "$dir/a/ir.profraw" 1 1
  runs "$build/fe" "$dir/a/fe.profraw" 1 1
  runs "$build/ir" "$dir/c/%03d.profraw" 1 50
  local seed
  for seed in $(seq -f %03g 1 20); do
    [ -s "$dir/d/$seed.profdata" ] || "$profdata" merge "$dir/c/$seed.profraw" -o "$dir/d/$seed.profdata"
  done
  [ -s "$dir/e/a.txt" ] || "$profdata" merge --text "$dir/a/ir.profraw" -o "$dir/e/a.txt"
}

mixed() {
  local number build
  mkdir -p "$dir/f"
  for number in $(seq 1 20); do
    build=$dir/build/mixed$number
    [ -d "$build" ] || units "$build" 5 1000 "$number"
    program "$build" ir "${ir[@]}"
    # The seed comes first in the name, so that a listing goes from build to build.
    runs "$build/ir" "$dir/f/%03d-$number.profraw" 1 20
  done
}

sqlite() {
  local build=$dir/build/sqlite seed
  if [ ! -x "$build/shell" ]; then
    mkdir -p "$build"
    (cd "$build" && apt-get source -qq --download-only sqlite3 && dpkg-source -x sqlite3_*.dsc source >/dev/null)
    (cd "$build/source" && ./configure >/dev/null && make -s sqlite3.c shell.c >/dev/null)
    (cd "$build/source" && "clang-$release" -O1 "${ir[@]}" -DSQLITE_THREADSAFE=0 -DSQLITE_OMIT_LOAD_EXTENSION \
      shell.c sqlite3.c -lm -o ../shell)
  fi
  mkdir -p "$dir/b"
  for seed in $(seq -f %04g 1 1000); do
    [ -s "$dir/b/$seed.profraw" ] ||
      awk -v seed="$seed" -f "$here/queries.awk" |
      LLVM_PROFILE_FILE=$dir/b/$seed.profraw "$build/shell" >/dev/null
  done
}

large
mixed
sqlite
