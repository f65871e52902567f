#!/usr/bin/env bash
# Compares llvm-profdata merge with ours on the same files, taking turns, and prints a table.
#
#   compare.sh DIR [WORKLOAD…]
#
# DIR holds the workloads that workloads/make.sh made: A (IR), Af (front-end), B, C, D, E, F; without
# names all of them. Needs the built launcher (cli/target/profdata) and the packages "time" and
# llvm of the release.
#
#   RELEASE=22   LLVM release to compare with
#   ROUNDS=5     how often each command runs
#   JAR=1        also runs the bare "java -jar profdata.jar", without the launcher's settings
#
# For each workload: median wall time, processor time and peak memory of each command; the median of
# the ratios "better of both LLVM runs : ours" of each round; and whether the outputs are the same bytes.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
workloads=$1
shift
release=${RELEASE:-22}
rounds=${ROUNDS:-5}
[ $# -gt 0 ] || set -- A Af B C D E F

work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# What a name of a workload stands for; the order is that of the names, for both tools.
inputs() {
  case $1 in
    A) echo "$workloads/a/ir.profraw" ;;
    Af) echo "$workloads/a/fe.profraw" ;;
    B | C | F) find "$workloads/${1,,}" -name '*.profraw' | LC_ALL=C sort ;;
    D) find "$workloads/d" -name '*.profdata' | LC_ALL=C sort ;;
    E) echo "$workloads/e/a.txt" ;;
    *) echo "no such workload: $1" >&2 && exit 2 ;;
  esac
}

# measure TOOL COMMAND…: appends wall, processor seconds and peak kilobytes to the record of a tool
measure() {
  local tool=$1
  shift
  /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" 2>"$work/stderr" || {
    cat "$work/stderr" >&2
    return 1
  }
  awk '{print $1, $2 + $3, $4}' "$work/time" >>"$work/$tool"
}

median() {
  sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

column() {
  awk -v column="$2" '{print $column}' "$work/$1" | median
}

row() {
  printf '| %s | %s | %.2f | %.2f | %.0f |' "$1" "$2" "$(column "$3" 1)" "$(column "$3" 2)" \
    "$(column "$3" 3 | awk '{print $1 / 1024}')"
}

# ratio TOOL: median over the rounds of better LLVM time : time of the tool
ratio() {
  paste -d ' ' <(awk '{print $1}' "$work/llvm") <(awk '{print $1}' "$work/llvm1") \
    <(awk '{print $1}' "$work/$1") | awk '{print ($1 < $2 ? $1 : $2) / $3}' | median
}

compare() {
  local name=$1 round files=()
  mapfile -t files < <(inputs "$name")
  rm -f "$work"/llvm "$work"/llvm1 "$work"/ours "$work"/jar
  for round in $(seq "$rounds"); do
    measure llvm "llvm-profdata-$release" merge "${files[@]}" -o "$work/out.llvm"
    measure ours "$here/../cli/target/profdata" merge "--llvm=$release" "${files[@]}" -o "$work/out.ours"
    measure llvm1 "llvm-profdata-$release" merge --num-threads=1 "${files[@]}" -o "$work/out.llvm1"
    [ -z "${JAR:-}" ] ||
      measure jar java -jar "$here/../cli/target/profdata.jar" merge "--llvm=$release" \
        "${files[@]}" -o "$work/out.jar"
  done
  local same=no
  cmp -s "$work/out.llvm1" "$work/out.ours" && same=yes
  echo "$(row "$name (${#files[@]})" "llvm-profdata-$release, default threads" llvm) | |"
  echo "$(row "" "llvm-profdata-$release, one thread" llvm1) | |"
  printf '%s %.2f | %s |\n' "$(row "" "profdata" ours)" "$(ratio ours)" "$same"
  [ -z "${JAR:-}" ] || printf '%s %.2f | |\n' "$(row "" "profdata, bare jar" jar)" "$(ratio jar)"
}

echo "| workload (files) | command | wall s | CPU s | peak MiB | times faster | same bytes |"
echo "|---|---|---|---|---|---|---|"
for name in "$@"; do
  compare "$name"
done
