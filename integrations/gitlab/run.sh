#!/bin/sh
# Reviews a merge request; any other pipeline checks all files. Reports text in the log, an HTML page, a Code Quality
# report and, with a token, a note on the merge request. The exit code is that of autoheal.
# Reads AUTOHEAL_FAIL_ON, AUTOHEAL_BASE_POLICY, AUTOHEAL_KEY and AUTOHEAL_TOKEN, which are optional, the variables of
# install.sh, and those of the runner.
set -u

here=${0%/*}
set --
[ -z "${AUTOHEAL_BASE_POLICY-}" ] || set -- --base-policy "$AUTOHEAL_BASE_POLICY"
rm -rf autoheal-reports gl-code-quality-report.json
mkdir autoheal-reports
autoheal=$(sh "$here/../install.sh") || exit 3

if [ -n "${CI_MERGE_REQUEST_DIFF_BASE_SHA-}" ]; then
  # In a pipeline for merged results, commits of the target branch do not belong to this merge request.
  verb="review --base ${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-$CI_MERGE_REQUEST_DIFF_BASE_SHA}"
else
  verb='check --allow-no-files'
fi
# shellcheck disable=SC2086 # two words and a commit id
"$autoheal" $verb "$@" --report text --report markdown=autoheal-reports/report.md --report html=autoheal-reports/report.html \
  --report json=autoheal-reports/report.json --fail-on "${AUTOHEAL_FAIL_ON:-error}"
code=$?

if [ -f autoheal-reports/report.json ]; then
  # GitLab compares the reports of two branches itself, so this report must contain all findings.
  "$autoheal" check --allow-no-files --fail-on never --report gitlab "$@" >autoheal-reports/quality.json 2>/dev/null
  mv autoheal-reports/quality.json gl-code-quality-report.json
  sh "$here/note.sh" autoheal-reports/report.md "$(jq -r .outcome autoheal-reports/report.json)"
fi
exit "$code"
