#!/bin/sh
# Updates one note on a merge request: note.sh REPORT OUTCOME
# REPORT is a Markdown report; OUTCOME is clean, findings, changed or error. Reads AUTOHEAL_TOKEN, a project token with
# the scope api, because a job token cannot write notes, and the variables of the runner.
set -u
kept=note
. "${0%/*}/../common.sh"

report=$1
outcome=$2

case ${CI_MERGE_REQUEST_IID-} in
  '' | *[!0-9]*) exit 0 ;;
esac
[ -n "${AUTOHEAL_TOKEN-}" ] || give_up 'missing AUTOHEAL_TOKEN'
authorization="PRIVATE-TOKEN: $AUTOHEAL_TOKEN"
# In the pipeline of a fork, the merge request belongs to another project.
notes="$CI_API_V4_URL/projects/${CI_MERGE_REQUEST_PROJECT_ID:-$CI_PROJECT_ID}/merge_requests/$CI_MERGE_REQUEST_IID/notes"
compose "$report" "$outcome" "As of ${CI_COMMIT_SHORT_SHA-}, by [this job](${CI_JOB_URL-})."

# Anybody can write the marker, so only a note by this user counts, and only if it starts with the marker.
demand GET "$CI_API_V4_URL/user"
me=$(jq -r '.id // empty' "$work/answer")
[ -n "$me" ] || give_up 'cannot determine the user of the token'
find_in_pages "$notes" '(.author.id | tostring) == $me and (.body | startswith($marker + "\n"))'

jq -Rs '{body: .}' "$work/body" >"$work/note"
if [ -z "$found" ]; then
  [ "$outcome" != clean ] || exit 0
  demand POST "$notes" "$work/note"
elif ! is_same "$work/body" "$(printf '%s' "$found" | jq .body)"; then
  demand PUT "$notes/$(printf '%s' "$found" | jq .id)" "$work/note"
fi
