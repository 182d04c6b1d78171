#!/usr/bin/env bash
# clang-tidy over the generator's sources, on what changed since it last found nothing: a file is looked at again when it, any header of
# the generator, or the list of checks is different.
set -euo pipefail
build=${1:?usage: tests/tidy.sh <build folder>}
stamps=$build/tidy
mkdir -p "$stamps"
headers=$(cat .clang-tidy $(git ls-files --cached --others --exclude-standard 'generator/*.hpp' 'generator/*.inc') | sha256sum)

look() {
  local file=$1 stamp
  stamp=$stamps/$( (echo "$headers"; cat "$file") | sha256sum | cut -d ' ' -f 1)
  [ -e "$stamp" ] && return
  clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-sign-conversion "$file" 2>/dev/null && touch "$stamp"
}
export -f look
export build stamps headers

git ls-files --cached --others --exclude-standard 'generator/*.cpp' | xargs -P "$(nproc)" -I{} bash -c 'look {}'
