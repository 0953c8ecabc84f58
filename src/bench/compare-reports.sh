#!/usr/bin/env bash
# Has two jars write every report over samples, cases and 2,000 generated files, and compares them byte by byte:
#
#   src/bench/compare-reports.sh OLD.jar NEW.jar [FOLDER]
#
# The net under a change that should change no report: it names each run that differs, with its first lines that do.
# Exit code 0 only when none differs. FOLDER, which must not be there yet, keeps all that was written, in
# FOLDER/old/out and FOLDER/new/out, which have a folder for each run. Needs git, GNU tar and sed, and a JDK, version 17
# or newer; takes about 7 minutes on 2 idle cores.
set -euo pipefail

die() {
  printf 'compare-reports: %s\n' "$*" >&2
  exit 2
}

[[ $# -eq 2 || $# -eq 3 ]] || die 'usage: compare-reports.sh OLD.jar NEW.jar [FOLDER]'
[[ -f $1 ]] || die "there is no $1"
[[ -f $2 ]] || die "there is no $2"
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
resources=$project/src/test/resources
old_jar=$(realpath "$1") new_jar=$(realpath "$2")
if [[ $# -eq 3 ]]; then
  mkdir "$3" || die "$3 must not be there yet."
  work=$(realpath "$3")
else
  work=$(mktemp -d)
fi
cleanup() {
  local children
  children=$(jobs -p)
  # shellcheck disable=SC2086
  [[ -z $children ]] || kill $children 2>/dev/null || true
  wait
  [[ -n ${kept-} ]] || rm -rf "$work"
}
kept=${3-}
trap cleanup EXIT
trap 'exit 130' INT TERM

# Nothing but the jars may make a difference.
export LC_ALL=C.UTF-8 TZ=UTC HOME=$work GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=net GIT_AUTHOR_EMAIL=net@localhost GIT_AUTHOR_DATE='2026-06-01T12:00:00Z'
export GIT_COMMITTER_NAME=net GIT_COMMITTER_EMAIL=net@localhost GIT_COMMITTER_DATE='2026-06-01T12:00:00Z'
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE NO_COLOR COLUMNS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jvm=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xmx1g -Xss2m)
today=(--today 2026-06-15)
formats=(text json sarif github azure gitlab junit checkstyle rdjson markdown html patch)

# ---- the input -------------------------------------------------------------------------------------------------------

# Each case as CasesTest lays it out.
lay_out_cases() {
  local padded size
  tar -C "$resources" -c --exclude='expected.*' cases | tar -x \
    --transform='s,\(/transform-[^/]*\)/input\.config$,\1/Web.Release.config,' \
    --transform='s,/\(input\|base\)\.config$,/web.config,' \
    --transform='s,/policy\.yaml$,/autoheal.yaml,'
  for padded in cases/*/*-padded-to-*/web.config; do
    size=${padded%/*} size=${size##*-}
    head -c "$((size - $(wc -c <"$padded")))" /dev/zero | tr '\0' ' ' >>"$padded"
  done
}

# Every transform over a third of the bases, for the time it takes; the policy asks something of some of them.
lay_out_transforms() {
  local bases=("$resources"/xdt/bases/*.config) base transform name folders i=0
  for transform in "$resources"/xdt/transforms/*.config; do
    name=$(basename "$transform" .config) folders=()
    for base in "${bases[@]##*/}"; do
      i=$((i + 1))
      ((i % 3 != 0)) || folders+=("xdt/${base%.config}/$name")
    done
    # With 12 bases it would be the same of them each time.
    i=$((i + 1))
    mkdir -p "${folders[@]}"
    tee "${folders[@]/%//Web.Release.config}" <"$transform" >/dev/null
  done
  for base in "${bases[@]}"; do
    folders=("xdt/$(basename "$base" .config)"/*)
    tee "${folders[@]/%//web.config}" <"$base" >/dev/null
  done
  cat >xdt/autoheal.yaml <<'END'
version: 1
apps:
  - name: published
    files: ["has-*/**/Web.Release.config", "*/insert*/Web.Release.config"]
    action: logEvent
    triggers: { memory: { privateBytes: 800MB } }
END
}

new_repository() {
  git init -q -b main
  git config core.autocrlf false
  git config gc.auto 0
}

commit() {
  git add -A
  git commit -q -m "$1"
}

generate() {
  "$java" -cp "$work/classes" dev.autoheal.bench.GeneratedProjects "$@"
}

# Sets up what both jars get a copy of: the repository "tree" with the branches main, step1 and step2, each with
# changes to some hundred files, and one with an invalid policy; and the repository "policies", apart because an
# invalid policy ends a run.
build_input() {
  local case step to
  "${java}c" -encoding UTF-8 -sourcepath "$project/src/bench/java" -d "$work/classes" \
    "$project/src/bench/java/dev/autoheal/bench/GeneratedProjects.java"
  mkdir -p "$work/input/tree" "$work/input/policies"
  cd "$work/input/tree"
  new_repository
  lay_out_cases
  lay_out_transforms
  cp -r "$project/samples" samples
  generate generated
  commit base
  for step in 1 2; do
    git checkout -q -b "step$step"
    generate . "$step"
    commit "step $step"
  done
  git checkout -q -b invalid
  printf 'version: 2\n' >generated/project00/autoheal.yaml
  commit 'invalid policy'
  git checkout -q main

  cd "$work/input/policies"
  new_repository
  for case in "$resources"/policies/*/; do
    to=invalid
    ! grep -qx valid "$case/expected.txt" || to=valid
    to=$to/$(basename "$case")
    mkdir -p "$to/apps/storefront"
    cp "$case/policy.yaml" "$to/autoheal.yaml"
    cp "$project/samples/aspnetcore/web.config" "$to/apps/storefront/"
  done
  commit base
}

# ---- the runs --------------------------------------------------------------------------------------------------------

# Runs the jar of this side in the current folder. $1 is the name of the run; @all stands for every report to a file.
run() {
  local name=$1 word format code=0 arguments=()
  local out=$side/out/$name
  shift
  mkdir "$out"
  for word in "$@"; do
    if [[ $word == @all ]]; then
      # By a relative path, so that both jars are given the same words.
      for format in "${formats[@]:1}"; do
        arguments+=(--report "$format=../out/$name/$format")
      done
    else
      arguments+=("$word")
    fi
  done
  printf '%s\n' "${arguments[*]}" >"$out/arguments"
  "$java" "${jvm[@]}" -jar "$jar" "${arguments[@]}" >"$out/stdout" 2>"$out/stderr" </dev/null || code=$?
  printf '%s\n' "$code" >"$out/code"
  # A path that names the side would be a difference of its own.
  sed -i "s|$side|SIDE|g; s|$jar|JAR|g" "$out/stdout" "$out/stderr"
  runs=$((runs + 1))
  ((runs % 25 != 0)) || printf '%s: %d runs, %d s\n' "${side##*/}" "$runs" "$SECONDS"
}

# Runs what writes, keeps what it wrote as a patch, and puts the repository back.
run_writing() {
  run "$@"
  git add -A
  git diff --cached --binary --no-renames HEAD >"$side/out/$1/written"
  git reset -q --hard
  git clean -qfdx
}

# Runs $2... over the paths of the folders $1/*, so many at a time that no report leaves much out.
run_in_parts() {
  local folder=$1 size=$2 name=$3 paths i
  shift 3
  paths=("$folder"/*/)
  for ((i = 0; i < ${#paths[@]}; i += size)); do
    run "$name-$folder-$i" "$@" "${paths[@]:i:size}"
  done
}

find_runs() {
  cd "$side/tree"
  run check-verbose check "${today[@]}" --verbose @all
  run check-fix-diff check "${today[@]}" --fix --diff @all cases samples
  run check-unsafe-fixes-diff check "${today[@]}" --fix --unsafe-fixes --diff @all \
    cases samples generated/project[0-4]*
  run dry-run apply "${today[@]}" --dry-run @all cases samples
  local command
  for command in check diff; do
    run_in_parts cases 7 $command $command "${today[@]}" @all
    run_in_parts xdt 6 $command $command "${today[@]}" @all
    run_in_parts generated 17 $command $command "${today[@]}" @all
    run_in_parts samples 10 $command $command "${today[@]}" @all
  done
}

write_runs() {
  cd "$side/tree"
  run_writing apply apply "${today[@]}"
  run_writing apply-rebuild apply "${today[@]}" --rebuild @all cases samples generated/project[0-2]*
  run_writing apply-create apply "${today[@]}" --create @all samples generated/project{05,12,19}
  run_writing check-fix check "${today[@]}" --fix cases samples
  run_writing check-unsafe-fixes check "${today[@]}" --fix --unsafe-fixes cases samples
}

review_runs() {
  cd "$side/tree"
  local step before=main
  for step in step1 step2 invalid; do
    run "review-$step" review "${today[@]}" --base "$before" --head "$step" @all
    before=$step
  done
  run review-two-steps review "${today[@]}" --base main --head step2 @all
  run review-all review "${today[@]}" --base main --head step1 --all --verbose @all
  git checkout -q step1
  run review-disk review "${today[@]}" --base main @all
  git checkout -q --detach
  git reset -q --soft main
  run review-staged review "${today[@]}" --base HEAD --staged @all
  git reset -q --hard
  git checkout -q main
}

show_runs() {
  cd "$side/tree"
  local format pair i=0 file
  for format in text csv markdown json; do
    run "show-$format" show "${today[@]}" --format "$format" cases samples
    run "show-generated-$format" show "${today[@]}" --format "$format" generated/project0*
    run "show-one-$format" show "${today[@]}" --format "$format" --why samples/monorepo/apps/catalog-api/web.config
  done
  for pair in xdt/*/*/; do
    i=$((i + 1))
    ((i % 12 == 0)) || continue
    run "show-transform-${pair//\//-}" show "${today[@]}" "$pair/web.config" --transform "$pair/Web.Release.config"
  done
  run show-transforms-json show "${today[@]}" --format json samples/aspnet-framework/Web.config \
    --transform samples/aspnet-framework/Web.Release.config --transform samples/aspnet-framework/Web.Production.config
  for file in samples/*/[wW]eb.config generated/project0*/app0/[wW]eb.config; do
    run "show-why-${file//\//-}" show "${today[@]}" --why "$file"
  done
}

init_runs() {
  cd "$side/tree"
  local folder preset
  for folder in samples/*/ generated/project{06,13}/ cases/drift/; do
    run_writing "init-${folder//\//-}" init "${today[@]}" --force "$folder"
  done
  run_writing init-all init "${today[@]}" --force
  run_writing init-accept-generated init "${today[@]}" --force --accept generated
  run_writing init-accept init "${today[@]}" --accept generated/project06
  for preset in starter conservative diagnose announcement-2014; do
    run_writing "init-$preset" init "${today[@]}" --force --preset "$preset" generated/project07 generated/project13
  done
  run init-refused init "${today[@]}" samples/node
}

policy_runs() {
  cd "$side/policies"
  local command
  for command in check diff; do
    run "$command-invalid" $command "${today[@]}" @all invalid
    run "$command-valid" $command "${today[@]}" @all valid
  done
  run_writing apply-valid apply "${today[@]}" valid
  run show-invalid show "${today[@]}" invalid
  run show-valid show "${today[@]}" valid
  run show-valid-why show "${today[@]}" --why valid/valid-everything/apps/storefront/web.config
  cd "$side/tree"
  run check-policy check "${today[@]}" @all --policy samples/node/autoheal.yaml cases/drift
  run check-base-policy check "${today[@]}" @all --base-policy generated/platform.yaml \
    generated/project{00,01,02,03,04,05}
  run diff-app diff "${today[@]}" --policy generated/project00/autoheal.yaml --app shop samples/php/web.config
}

option_runs() {
  cd "$side/tree"
  local format level
  # Elsewhere only the text goes to standard output.
  for format in "${formats[@]}"; do
    run "stdout-$format" diff "${today[@]}" --report "$format" samples/broken samples/monorepo
  done
  for level in error warning info never; do
    run "fail-on-$level" check "${today[@]}" --fail-on "$level" samples/php samples/java cases/placeholder
  done
  run color check "${today[@]}" --color always samples/broken samples/mistakes
  run color-diff diff "${today[@]}" --color always samples
  run clean check "${today[@]}" @all cases/drift/equal-by-meaning-is-fine
  run no-files check "${today[@]}" --allow-no-files @all samples/java/src
  run file-by-name check "${today[@]}" @all samples/node/package.json samples/node/web.config
}

text_runs() {
  cd "$side/tree"
  local name format
  run explain explain
  run explain-json explain --format json
  run explain-markdown explain --format markdown
  for name in "$resources"/cases/*/; do
    name=$(basename "$name")
    for format in text json markdown; do
      run "explain-$name-$format" explain "$name" --format "$format"
    done
  done
  for name in policy monitoring report; do
    run "schema-$name" schema "$name"
  done
  run_writing schema-to-a-file schema policy -o policy.schema.json
  run help --help
  run version --version
  for name in check diff apply review init show explain hook schema generate-completion generate-man-page; do
    run "help-$name" "$name" --help
  done
  run completion generate-completion
  run man-page generate-man-page
}

# A line is a run.
usage_runs() {
  cd "$side/tree"
  local line i=0
  while IFS= read -r line; do
    i=$((i + 1))
    # shellcheck disable=SC2086
    run "usage-$i" $line
  done <<'END'

chekc
check --polcy x
check --fail-on
check --fail-on fatal
check --color pink
check --report xml
check --report json --report sarif
check --report json=x --report text=x
check --today yesterday
check --diff samples
check --app a --app b
check nowhere
check samples/node/web.config/nothing
check --policy nowhere.yaml
check --app nobody samples
diff xdt/README
diff generated/project06
apply -
apply generated/project06
review
review --base nothing
review --base main --head nothing
review --base main --staged --head step1
init --preset nothing
show nowhere
show samples/node --transform nowhere.config
show --format xml
explain nothing
explain invalid-tim-span
hook
hook instal
schema
schema polcy
check -
check - --stdin-filename samples/node/web.config
show - --stdin-filename samples/node/web.config
END
}

hook_runs() {
  cd "$side/tree"
  local hooks=.git/hooks
  rm -rf "$hooks"
  mkdir "$hooks"
  keep_hooks() {
    cp -r "$hooks" "$side/out/$1/hooks"
    sed -i "s|$side|SIDE|g; s|$jar|JAR|g" "$side/out/$1/hooks"/*
  }
  run hook-uninstall-nothing hook uninstall
  run hook-install hook install && keep_hooks hook-install
  run hook-again hook install && keep_hooks hook-again
  run hook-uninstall hook uninstall
  printf '#!/bin/sh\nexit 0\n' >"$hooks/pre-commit"
  chmod +x "$hooks/pre-commit"
  run hook-beside hook install && keep_hooks hook-beside
  run hook-back hook uninstall && keep_hooks hook-back
}

# All runs of the jar $2 in the folder $1.
all_runs() {
  side=$1 jar=$2 runs=0
  mkdir "$side" "$side/out"
  cp -a "$work/input/tree" "$work/input/policies" "$side/"
  # The loaded classes of one run make each of the others start faster.
  "$java" "${jvm[@]}" "-XX:ArchiveClassesAtExit=$side/archive" -jar "$jar" check "$side/tree/samples" \
    &>/dev/null </dev/null || true
  jvm+=("-XX:SharedArchiveFile=$side/archive")
  text_runs
  usage_runs
  hook_runs
  policy_runs
  option_runs
  init_runs
  show_runs
  review_runs
  find_runs
  write_runs
  echo "$runs" >"$side/finished"
}

# ---- the comparison --------------------------------------------------------------------------------------------------

# Equal bytes say nothing where neither jar ran: says so of the run $1, and is true then.
is_void() {
  local out code
  for out in "$work/old/out/$1" "$work/new/out/$1"; do
    code=$(cat "$out/code" 2>/dev/null) || code=none
    if [[ $code != [012] ]]; then
      echo "FAILED $1: exit code $code in ${out#"$work/"}"
    elif grep -aq '^Exception in thread\|^Error: \|^Unrecognized option' "$out/stderr"; then
      echo "FAILED $1: Java did not start or threw in ${out#"$work/"}"
    elif [[ -z $(find "$out" -type f -size +0 ! -name code ! -name arguments) ]]; then
      echo "FAILED $1: nothing was written in ${out#"$work/"}"
    else
      continue
    fi
    head -n 5 "$out/stderr" 2>/dev/null | cut -c 1-300 | sed 's/^/    /'
    return 0
  done
  return 1
}

compare() {
  local name count=0 differ=0
  cd "$work"
  while IFS= read -r name; do
    count=$((count + 1))
    if is_void "$name"; then
      differ=$((differ + 1))
    elif ! diff -raq "old/out/$name" "new/out/$name" >/dev/null; then
      differ=$((differ + 1))
      echo "DIFFERS $name: autoheal $(cut -c 1-200 "old/out/$name/arguments")"
      # The first lines of each file, and cut, since a report may be one line. All is read: who writes into a pipe that
      # head has closed fails, and the script with it.
      { diff -ra "old/out/$name" "new/out/$name" || true; } \
        | awk '/^diff |^Only /{n = 0} n++ < 5 && total++ < 40' | cut -c 1-300 | sed 's/^/    /'
    fi
  done < <(cd old/out && { ls && ls ../../new/out; } | sort -u)
  echo "$count runs, $differ differ"
  [[ $count -gt 0 && $differ -eq 0 ]]
}

for jar in "$old_jar" "$new_jar"; do
  "$java" "${jvm[@]}" -jar "$jar" --version >"$work/version" 2>&1 \
    || die "$jar does not run: $(head -n 3 "$work/version")"
  grep -q autoheal "$work/version" || die "$jar is not autoheal."
done
echo 'building the input…'
(build_input)
printf '%s files, %s\n' "$(git -C "$work/input/tree" ls-files | wc -l)" "$SECONDS s"
all_runs "$work/old" "$old_jar" &
old=$!
all_runs "$work/new" "$new_jar" &
new=$!
wait "$old" || die 'the runs of the old jar broke off.'
wait "$new" || die 'the runs of the new jar broke off.'
compare
