#!/bin/sh
# Runs the action: reviews a pull request; any other event checks all files. The exit code is that of autoheal.
# Reads the inputs as AUTOHEAL_…, and the variables of the runner.
set -u

reports=$RUNNER_TEMP/autoheal
mkdir -p "$reports"
set -- --report github --report "markdown=$reports/report.markdown" --report "sarif=$reports/report.sarif" \
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

# Without a report, autoheal did not start or had a usage error.
outcome=error
printf 'exit-code=%s\n' "$code" >>"$GITHUB_OUTPUT"
for format in sarif json markdown html; do
  [ ! -f "$reports/report.$format" ] || printf '%s=%s\n' "$format" "$reports/report.$format" >>"$GITHUB_OUTPUT"
done
if [ -f "$reports/report.json" ]; then
  outcome=$(jq -r .outcome "$reports/report.json") || outcome=error
  cat "$reports/report.markdown" >>"$GITHUB_STEP_SUMMARY"
else
  printf '::error title=autoheal::autoheal failed with exit code %s; see the log\n' "$code"
fi
printf 'outcome=%s\n' "$outcome" >>"$GITHUB_OUTPUT"

comment=$(printf '%s' "${AUTOHEAL_COMMENT:-true}" | tr '[:upper:]' '[:lower:]')
if [ "$comment" = true ] && [ -f "$reports/report.markdown" ]; then
  sh "$GITHUB_ACTION_PATH/comment.sh" "$reports/report.markdown" "$outcome"
fi
exit "$code"
