#!/bin/sh
# The work of the action: reviews a pull request, or checks everything on any other event. The exit code is autoheal's.
# Inputs come as AUTOHEAL_…, everything else as the runner sets it.
set -u

reports=$RUNNER_TEMP/autoheal
mkdir -p "$reports"
set -- --report github --report "markdown=$reports/report.md" --report "sarif=$reports/report.sarif" \
  --report "json=$reports/report.json" --report "html=$reports/report.html" --fail-on "${AUTOHEAL_FAIL_ON:-error}"
[ -z "${AUTOHEAL_BASE_POLICY-}" ] || set -- "$@" --base-policy "$AUTOHEAL_BASE_POLICY"
if [ -n "${GITHUB_BASE_REF-}" ]; then
  set -- review --base "origin/$GITHUB_BASE_REF" "$@"
else
  set -- check --allow-no-files "$@"
fi
rm -f "$reports"/report.*
"$GITHUB_ACTION_PATH/../../autoheal" "$@"
code=$?

outcome=error
if [ -f "$reports/report.json" ]; then
  outcome=$(jq -r .outcome "$reports/report.json")
  cat "$reports/report.md" >>"$GITHUB_STEP_SUMMARY"
fi
{
  printf 'outcome=%s\n' "$outcome"
  printf 'exit-code=%s\n' "$code"
  printf 'sarif=%s\n' "$reports/report.sarif"
  printf 'json=%s\n' "$reports/report.json"
  printf 'markdown=%s\n' "$reports/report.md"
  printf 'html=%s\n' "$reports/report.html"
} >>"$GITHUB_OUTPUT"

if [ "${AUTOHEAL_COMMENT:-true}" = true ] && [ -f "$reports/report.md" ]; then
  sh "$GITHUB_ACTION_PATH/comment.sh" "$reports/report.md" "$outcome"
fi
exit "$code"
