#!/bin/sh
# Updates one thread of a pull request in Azure Repos: thread.sh REPORT OUTCOME
# REPORT is a Markdown report; OUTCOME is clean, findings, changed or error. The outcome clean sets the thread to fixed.
# Reads SYSTEM_ACCESSTOKEN, which the pipeline must pass, and the variables of the agent.
set -u
kept=thread
. "${0%/*}/../common.sh"

report=$1
outcome=$2
version=api-version=7.1

case ${SYSTEM_PULLREQUEST_PULLREQUESTID-} in
  '' | *[!0-9]*) exit 0 ;;
esac
# Only Azure Repos has threads here.
[ "${BUILD_REPOSITORY_PROVIDER:-TfsGit}" = TfsGit ] || exit 0
[ -n "${SYSTEM_ACCESSTOKEN-}" ] || give_up 'missing SYSTEM_ACCESSTOKEN; add it to the variables of the step'
authorization="Authorization: Bearer $SYSTEM_ACCESSTOKEN"
# The name of a project may contain a space.
project=$(jq -rn --arg name "$SYSTEM_TEAMPROJECT" '$name | @uri')
threads="$SYSTEM_COLLECTIONURI$project/_apis/git/repositories/$BUILD_REPOSITORY_ID/pullRequests/$SYSTEM_PULLREQUEST_PULLREQUESTID/threads"
run="$SYSTEM_COLLECTIONURI$project/_build/results?buildId=${BUILD_BUILDID-}"
sha=$(printf '%.12s' "${SYSTEM_PULLREQUEST_SOURCECOMMITID-}")
compose "$report" "$outcome" "As of $sha, by [this run]($run)."

# Anybody can write the marker, so only a thread by this user counts, and only if it starts with the marker.
demand GET "${SYSTEM_COLLECTIONURI}_apis/connectionData"
me=$(jq -r '.authenticatedUser.id // empty' "$work/answer")
[ -n "$me" ] || give_up 'cannot determine the user of the token'
demand GET "$threads?$version"
found=$(jq -c --arg marker "$marker" --arg me "$me" '[.value[] | select(.isDeleted != true) | . as $thread | .comments[0]
  | select(.author.id == $me and (.content // "" | startswith($marker + "\n")))
  | {thread: $thread.id, status: $thread.status, comment: .id, content}][0] // empty' "$work/answer") || give_up 'unexpected answer of the server'

status_now=active
[ "$outcome" != clean ] || status_now=fixed
if [ -z "$found" ]; then
  [ "$outcome" != clean ] || exit 0
  jq -Rs '{comments: [{parentCommentId: 0, content: ., commentType: 1}], status: "active"}' "$work/body" >"$work/thread"
  demand POST "$threads?$version" "$work/thread"
  exit
fi
thread="$threads/$(printf '%s' "$found" | jq .thread)"
if ! is_same "$work/body" "$(printf '%s' "$found" | jq .content)"; then
  jq -Rs '{content: .}' "$work/body" >"$work/comment"
  demand PATCH "$thread/comments/$(printf '%s' "$found" | jq .comment)?$version" "$work/comment"
fi
if [ "$(printf '%s' "$found" | jq -r .status)" != "$status_now" ]; then
  printf '{"status":"%s"}' "$status_now" >"$work/status"
  demand PATCH "$thread?$version" "$work/status"
fi
