#!/bin/sh
# Runs the action: reviews a pull request; any other event checks all files. The exit code is that of autoheal.
# Reads the inputs as AUTOHEAL_… and INPUT_…, the variables of install.sh, and those of the runner.
set -u

# An input that is not set leaves the variable of the runner.
export AUTOHEAL_VERSION="${INPUT_VERSION:-${AUTOHEAL_VERSION-}}"
export AUTOHEAL_SHA256="${INPUT_SHA256:-${AUTOHEAL_SHA256-}}"
export AUTOHEAL_DOWNLOAD_URL="${INPUT_DOWNLOAD_URL:-${AUTOHEAL_DOWNLOAD_URL-}}"
case ${INPUT_BUILD_FROM_SOURCE-} in
  [Tt][Rr][Uu][Ee]) export AUTOHEAL_BUILD=source ;;
esac

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
if program=$(sh "$GITHUB_ACTION_PATH/../install.sh"); then
  "$program" "$@"
  code=$?
else
  code=3
fi

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
