#!/bin/sh
# Reviews a merge request, or checks everything in any other pipeline: text in the log, a page, a report for Code Quality
# and, with a token, a note of the merge request. The exit code is autoheal's.
# AUTOHEAL_FAIL_ON, AUTOHEAL_BASE_POLICY, AUTOHEAL_KEY and AUTOHEAL_TOKEN may be set; everything else is as the runner
# sets it.
set -u

here=${0%/*}
autoheal=$here/../../autoheal
set --
[ -z "${AUTOHEAL_BASE_POLICY-}" ] || set -- --base-policy "$AUTOHEAL_BASE_POLICY"
rm -rf autoheal-reports gl-code-quality-report.json
mkdir autoheal-reports

if [ -n "${CI_MERGE_REQUEST_DIFF_BASE_SHA-}" ]; then
  # Of merged results the target's own commits are no business of this merge request.
  verb="review --base ${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-$CI_MERGE_REQUEST_DIFF_BASE_SHA}"
else
  verb='check --allow-no-files'
fi
# shellcheck disable=SC2086 # two words and an id of a commit
"$autoheal" $verb "$@" --report text --report markdown=autoheal-reports/report.md --report html=autoheal-reports/report.html \
  --report json=autoheal-reports/report.json --fail-on "${AUTOHEAL_FAIL_ON:-error}"
code=$?

if [ -f autoheal-reports/report.json ]; then
  # GitLab compares the reports of two branches itself, so that it has to be one of everything.
  "$autoheal" check --allow-no-files --fail-on never --report gitlab "$@" >autoheal-reports/quality.json 2>/dev/null
  mv autoheal-reports/quality.json gl-code-quality-report.json
  sh "$here/note.sh" autoheal-reports/report.md "$(jq -r .outcome autoheal-reports/report.json)"
fi
exit "$code"
