#!/bin/sh
# Keeps one note of a merge request up to date: note.sh REPORT OUTCOME
# REPORT is a Markdown report; OUTCOME is clean, findings, changed or error. Takes AUTOHEAL_TOKEN, a token of the project
# with the scope api, since the one of a job may not write notes, and the variables that the runner sets.
set -u
kept=note
. "${0%/*}/../common.sh"

report=$1
outcome=$2

case ${CI_MERGE_REQUEST_IID-} in
  '' | *[!0-9]*) exit 0 ;;
esac
[ -n "${AUTOHEAL_TOKEN-}" ] || give_up 'there is no AUTOHEAL_TOKEN'
authorization="PRIVATE-TOKEN: $AUTOHEAL_TOKEN"
# In the pipeline of a fork the merge request is another project's.
notes="$CI_API_V4_URL/projects/${CI_MERGE_REQUEST_PROJECT_ID:-$CI_PROJECT_ID}/merge_requests/$CI_MERGE_REQUEST_IID/notes"
compose "$report" "$outcome" "As of ${CI_COMMIT_SHORT_SHA-}, by [this job](${CI_JOB_URL-})."

# Anybody may write the marker, so that only a note of our own counts, and only where it starts with it.
demand GET "$CI_API_V4_URL/user"
me=$(jq -r '.id // empty' "$work/answer")
[ -n "$me" ] || give_up 'it is not known who writes it'
find_in_pages "$notes" '(.author.id | tostring) == $me and (.body | startswith($marker + "\n"))'

jq -Rs '{body: .}' "$work/body" >"$work/note"
if [ -z "$found" ]; then
  [ "$outcome" != clean ] || exit 0
  demand POST "$notes" "$work/note"
elif ! is_same "$work/body" "$(printf '%s' "$found" | jq .body)"; then
  demand PUT "$notes/$(printf '%s' "$found" | jq .id)" "$work/note"
fi
