#!/bin/sh
# Puts the launcher beside the jar, and the archive of classes that it names: runs some commands and
# notes what they load. A Java that cannot make an archive leaves a launcher that does without.
#
#   install.sh TARGET JAVA     TARGET holds profdata.jar
set -eu
target=$1
java=$2
cp "$(dirname -- "$0")/profdata" "$target/profdata"
chmod +x "$target/profdata"
work=$target/archive
mkdir -p "$work"
cat >"$work/a.proftext" <<'PROFILE'
:ir
main
1
2
10
3
2
0
1
1
callee:3
1
1
1
8:3

callee
2
1
5

PROFILE
run() {
  "$java" -XX:+UseSerialGC -XX:DumpLoadedClassList="$work/$1" -jar "$target/profdata.jar" merge \
    --llvm=22 -o "$work/out" "$2" "$3"
}
jar=$target/profdata.jar
"$java" -jar "$jar" merge --format=raw:10 -o "$work/a.profraw" "$work/a.proftext"
"$java" -jar "$jar" merge -o "$work/a.profdata" "$work/a.proftext"
run raw.list "$work/a.profraw" "$work/a.profraw"
run mixed.list "$work/a.profdata" "$work/a.proftext"
cat "$work/raw.list" >"$work/all.list"
grep -vxFf "$work/raw.list" "$work/mixed.list" | grep -v '^#' >>"$work/all.list" || true
"$java" -Xshare:dump -XX:+UseSerialGC -XX:SharedClassListFile="$work/all.list" \
  -XX:SharedArchiveFile="$target/profdata.jsa" -cp "$jar" >"$work/dump.log" 2>&1 || {
  echo "no archive of classes with this Java; the launcher will start more slowly"
  exit 0
}
rm -r "$work"
