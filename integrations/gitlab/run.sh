#!/bin/sh
# Reviews a merge request, or checks everything in any other pipeline: text in the log, a report for Code Quality and, with
# a token, a note of the merge request. The exit code is autoheal's.
# AUTOHEAL_FAIL_ON, AUTOHEAL_BASE_POLICY, AUTOHEAL_KEY and AUTOHEAL_TOKEN may be set; everything else is as the runner
# sets it.
set -u

here=${0%/*}
autoheal=$here/../../autoheal
set --
[ -z "${AUTOHEAL_BASE_POLICY-}" ] || set -- --base-policy "$AUTOHEAL_BASE_POLICY"
rm -f gl-code-quality-report.json autoheal.md autoheal.json
# GitLab compares the reports of two branches itself, so that it has to be one of everything.
"$autoheal" check --allow-no-files --fail-on never --report gitlab "$@" >gl-code-quality-report.json 2>/dev/null

set -- "$@" --report text --report markdown=autoheal.md --report json=autoheal.json --fail-on "${AUTOHEAL_FAIL_ON:-error}"
if [ -n "${CI_MERGE_REQUEST_DIFF_BASE_SHA-}" ]; then
  set -- review --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" "$@"
else
  set -- check --allow-no-files "$@"
fi
"$autoheal" "$@"
code=$?

if [ -f autoheal.json ]; then
  sh "$here/note.sh" autoheal.md "$(jq -r .outcome autoheal.json)"
fi
exit "$code"
