#!/bin/sh
# Updates one comment on a pull request: comment.sh REPORT OUTCOME
# REPORT is a Markdown report; OUTCOME is clean, findings, changed or error. A clean report makes no new comment.
# Reads GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_GRAPHQL_URL and GITHUB_EVENT_PATH of the runner.
set -u
kept=comment
. "${0%/*}/../common.sh"

report=$1
outcome=$2

number=$(jq -r '.pull_request.number // empty' "$GITHUB_EVENT_PATH")
case $number in
  '' | *[!0-9]*) exit 0 ;;
esac
[ -n "${GITHUB_TOKEN-}" ] || give_up 'missing token'
authorization="Authorization: Bearer $GITHUB_TOKEN"
comments="$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues"
run="${GITHUB_SERVER_URL-https://github.com}/$GITHUB_REPOSITORY/actions/runs/${GITHUB_RUN_ID-}"
sha=$(jq -r '.pull_request.head.sha // "" | .[0:12]' "$GITHUB_EVENT_PATH")
compose "$report" "$outcome" "As of $sha, by [this run]($run)."

# Anybody can write the marker, so only a comment by this user counts, and only if it starts with the marker.
printf '{"query":"{viewer{login}}"}' >"$work/query"
demand POST "$GITHUB_GRAPHQL_URL" "$work/query"
me=$(jq -r '.data.viewer.login // empty' "$work/answer")
[ -n "$me" ] || give_up 'cannot determine the user of the token'
find_in_pages "$comments/$number/comments" '.user.login == $me and (.body | startswith($marker + "\n"))'

jq -Rs '{body: .}' "$work/body" >"$work/comment"
if [ -z "$found" ]; then
  [ "$outcome" != clean ] || exit 0
  demand POST "$comments/$number/comments" "$work/comment"
elif ! is_same "$work/body" "$(printf '%s' "$found" | jq .body)"; then
  demand PATCH "$comments/comments/$(printf '%s' "$found" | jq .id)" "$work/comment"
fi
