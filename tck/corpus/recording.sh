# shellcheck shell=bash disable=SC2154
# Running tools of a release, and noting in the manifest what they made. Read by make.sh, which sets roots
# (the folder of the roots) and corpus (the folder of the result).

readonly work=/tmp/profdata-corpus

# The root that has a release; this machine itself has the others.
root_of() {
  case $1 in
    3.* | 5.0) echo "$roots/xenial" ;;
    6.0 | 9 | 10 | 11 | 12) echo "$roots/focal" ;;
    17 | 18) echo "$roots/trixie" ;;
    21 | 23) echo "$roots/sid" ;;
    *) echo / ;;
  esac
}

# Runs a line of shell in the working folder of a release: run RELEASE LINE
run() {
  chroot "$(root_of "$1")" /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C HOME=/tmp \
    /bin/sh -ec "mkdir -p $work && cd $work; $2"
}

# Prepares the working folder of a release: the sources of the programs, nothing else.
prepare() {
  local folder
  folder=$(root_of "$1")$work
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$corpus"/programs/* "$folder"
}

# Prints version, bits, byte order and flags of a file, separated by tabs.
facts() {
  local file=$1 bits=64 order=little word
  case $(od -An -tx1 -N8 "$file" | tr -d ' ') in
    8172666f72706cff) ;;
    8152666f72706cff) bits=32 ;;
    ff6c70726f667281) order=big ;;
    ff6c70726f665281) order=big bits=32 ;;
    ff6c70726f666981) bits=- order=- ;;
    *) return 1 ;;
  esac
  word=0x$(od -An --endian="${order/-/little}" -tx8 -j8 -N8 "$file" | tr -d ' ')
  printf '%d\t%s\t%s\t%s' $((word & 0xFFFFFFFF)) "$bits" "$order" "$(flags "$word")"
}

flags() {
  local names=(loop-entries ir cs entry-first debug byte-coverage function-entry memprof temporal) found=() i
  for i in "${!names[@]}"; do # the first is bit 55
    [ $(($1 >> (55 + i) & 1)) = 0 ] || found+=("${names[i]}")
  done
  local IFS=,
  echo "${found[*]:--}"
}

# Lets the tool of a release print out.profile: print RELEASE BASE, where BASE names the texts. Prints "text",
# "error" if the tool refuses the file, or "-" if there is no tool.
print() {
  local release=$1 base="$corpus/text/$2" folder
  if [ "$release" = - ]; then
    echo -
    return
  fi
  folder=$(root_of "$release")$work
  if text "$release"; then
    cp "$folder/out.text" "$base.proftext"
    show "$release" "$base.show.txt"
    echo text
  else
    cp "$folder/out.error" "$base.error.txt"
    echo error
  fi
}

# 3.5 to 3.7 print no text; 13 prints what they merged.
text() {
  local release=$1
  case $release in
    3.[567])
      run "$release" "llvm-profdata-$release merge out.profile -o out.merged"
      run 13 "cd $(root_of "$release")$work; llvm-profdata-13 merge --text out.merged -o out.text"
      ;;
    3.* | 5.0 | 6.0 | 9 | 1[012])
      run "$release" "llvm-profdata-$release merge -text out.profile -o out.text 2>out.error"
      ;;
    *) run "$release" "llvm-profdata-$release merge --text --num-threads=1 out.profile -o out.text 2>out.error" ;;
  esac
}

show() {
  local release=$1 options
  case $release in
    3.[567]) options='-all-functions -counts' ;;
    3.*) options='-all-functions -counts -ic-targets' ;;
    5.0 | 6.0 | 9 | 1[012]) options='-all-functions -counts -ic-targets -memop-sizes' ;;
    1[3-8]) options='--all-functions --counts --ic-targets --memop-sizes --binary-ids --detailed-summary' ;;
    *) options='--all-functions --counts --ic-targets --memop-sizes --show-vtables --binary-ids --detailed-summary' ;;
  esac
  run "$release" "llvm-profdata-$release show $options out.profile" 2>/dev/null >"$2"
}

# Takes a file into the corpus: record FILE FOLDER NAME ORIGIN RELEASE PRODUCER COMMAND, FILE lying in the working
# folder of the release.
record() {
  local file=$1 name=$2/$3 origin=$4 release=$5 producer=$6 command=$7 base=${3%.*}
  cp "$file" "$corpus/$name"
  chmod 644 "$corpus/$name"
  if [ "$release" != - ]; then
    cp "$file" "$(root_of "$release")$work/out.profile"
  fi
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$origin" "$release" "$producer" "$command" "$(facts "$file")" \
    "$(sha256sum "$file" | cut -d ' ' -f 1)" "$(print "$release" "$base")" >>"$corpus/MANIFEST.new"
}

version_of() {
  run "$1" "$2 --version" 2>/dev/null | grep -o -m 1 -E 'version [0-9.]+|^rustc [0-9.]+' | sed 's/.* //'
}

# Runs a recipe that leaves out.profraw: profile RELEASE SUBJECT LINE
profile() {
  local release=$1 subject=$2 line=$3 out version
  prepare "$release"
  run "$release" "$line" >/dev/null 2>"$work.log" || {
    echo "clang $release, $subject: $(cat "$work.log")" >&2
    exit 1
  }
  out=$(root_of "$release")$work/out.profraw
  version=$(facts "$out" | cut -f 1)
  record "$out" raw "v$version-clang$release-$subject.profraw" real "$release" \
    "clang $(version_of "$release" "clang-$release")" "$line"
}

# Merges raw files of the corpus: merged RELEASE SUBJECT OPTIONS RAW-SUBJECT…
merged() {
  local release=$1 subject=$2 options=$3 inputs=() input
  shift 3
  prepare "$release"
  for input in "$@"; do
    input=$(echo "$corpus"/raw/v*-"clang$release-$input.profraw")
    cp "$input" "$(root_of "$release")$work"
    inputs+=("$(basename "$input")")
  done
  indexed "$release" "$subject" "llvm-profdata-$release merge $options ${inputs[*]} -o out.profdata"
}

# Runs a recipe that leaves out.profdata in the working folder as it is: indexed RELEASE SUBJECT LINE
indexed() {
  local release=$1 subject=$2 line=$3 out version
  run "$release" "$line" >/dev/null 2>"$work.log" || {
    echo "llvm-profdata $release, $subject: $(cat "$work.log")" >&2
    exit 1
  }
  out=$(root_of "$release")$work/out.profdata
  version=$(facts "$out" | cut -f 1)
  record "$out" indexed "v$version-llvm$release-$subject.profdata" real "$release" \
    "llvm-profdata $(version_of "$release" "clang-$release")" "$line"
}
