#!/usr/bin/env bash
# Runs the fuzzer Jazzer against every reader, and against reading, merging and writing.
#
#   tck/fuzz.sh MINUTES [TARGET …]
#
# Each target (raw, indexed, text, any, merge) runs for so many minutes (fractions are allowed), two
# at a time; FUZZ_JOBS=1 runs one at a time. What is learnt stays in cli/.cifuzz-corpus for the next
# run; an input that breaks a target is put where every build reads it again, below
# cli/src/test/resources. Prints how many inputs each target tried; fails if one was broken.
set -euo pipefail
cd "$(dirname "$0")/.."

minutes=${1:?how many minutes for each target}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(raw indexed text any merge)
seconds=$(awk -v minutes="$minutes" 'BEGIN { printf "%d", minutes * 60 }')

mvn -B -q test-compile org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Dmdep.outputFile=target/fuzz.classpath -pl cli -am
cd cli
classpath=target/test-classes:target/classes:$(cat target/fuzz.classpath)
package=dev/profdata/cli/fuzz

fuzz() {
  local target=$1 class=ReadFuzzTest
  [ "$target" != merge ] || class=MergeFuzzTest
  mkdir -p "src/test/resources/$package/${class}Inputs/$target"
  local status=0
  # Random numbers are left alone: the 2^24 draws that a file may ask for take minutes if each is traced.
  java -Xmx1g -XX:+UseSerialGC -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
    --target_class="dev.profdata.cli.fuzz.$class" --target_method="$target" \
    --instrumentation_includes='dev.profdata.**' \
    --instrumentation_excludes='dev.profdata.internal.random.**' --max_duration="${seconds}s" \
    -max_len=8192 -timeout=30 -print_final_stats=1 >"target/fuzz-$target.log" 2>&1 || status=$?
  local tried
  tried=$(sed -n 's/^stat::number_of_executed_units: *//p' "target/fuzz-$target.log" | tail -1)
  if [ $status -eq 0 ]; then
    echo "$target: ${tried:-no} inputs tried in $seconds s, none broke it"
  else
    echo "$target: broken after ${tried:-some} inputs, see cli/target/fuzz-$target.log"
  fi
  return $status
}

export -f fuzz
export classpath package seconds
printf '%s\n' "${targets[@]}" | xargs -P "${FUZZ_JOBS:-2}" -I{} bash -c 'fuzz {}'
