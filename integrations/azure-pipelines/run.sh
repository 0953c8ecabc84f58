#!/bin/sh
# Reviews a pull request; any other run checks all files. Reports issues on lines, a summary of the run and, in Azure
# Repos, a thread in the pull request. The exit code is that of autoheal.
# Reads AUTOHEAL_FAIL_ON, AUTOHEAL_BASE_POLICY and AUTOHEAL_KEY, which are optional, the variables of install.sh, and those
# of the agent.
set -u

here=${0%/*}
reports=$AGENT_TEMPDIRECTORY/autoheal
mkdir -p "$reports"
set -- --report azure --report "markdown=$reports/report.md" --report "html=$reports/report.html" \
  --report "json=$reports/report.json" --fail-on "${AUTOHEAL_FAIL_ON:-error}"
[ -z "${AUTOHEAL_BASE_POLICY-}" ] || set -- "$@" --base-policy "$AUTOHEAL_BASE_POLICY"
if [ -n "${SYSTEM_PULLREQUEST_TARGETBRANCH-}" ]; then
  # The branch is refs/heads/main in Azure Repos and main in a GitHub repository.
  set -- review --base "origin/${SYSTEM_PULLREQUEST_TARGETBRANCH#refs/heads/}" "$@"
else
  set -- check --allow-no-files "$@"
fi
rm -f "$reports"/report.*
program=$(sh "$here/../install.sh") || exit 3
"$program" "$@"
code=$?

if [ -f "$reports/report.json" ]; then
  printf '##vso[task.uploadsummary]%s\n' "$reports/report.md"
  printf '##vso[artifact.upload artifactname=autoheal]%s\n' "$reports/report.html"
  sh "$here/thread.sh" "$reports/report.md" "$(jq -r .outcome "$reports/report.json")"
fi
exit "$code"
