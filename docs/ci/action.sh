#!/usr/bin/env bash
# The main step of action.yml: checks, writes the reports to $QA_OUTPUT, and tells the outputs of the action.
# It leaves with 0 whatever the verdict, so that the reports can be uploaded; the last step of the action judges.
set -euo pipefail
shopt -s globstar nullglob
IFS='' # nothing is split at blanks

files=()
while read -r pattern; do
  [ -n "$pattern" ] || continue
  # shellcheck disable=SC2206 # patterns are to be filled in
  matched=($pattern)
  # A pattern without a file goes on as it is, so that it is named in the message.
  [ "${#matched[@]}" -gt 0 ] || matched=("$pattern")
  files+=("${matched[@]}")
done <<< "$QA_FILES"

arguments=()
[ -z "${QA_SOURCE_LANGUAGE:-}" ] || arguments+=("--source-language=$QA_SOURCE_LANGUAGE")
[ -z "${QA_TARGET_LANGUAGE:-}" ] || arguments+=("--target-language=$QA_TARGET_LANGUAGE")
[ -z "${QA_CONFIG:-}" ] || arguments+=("--config=$QA_CONFIG")
[ -z "${QA_BASELINE:-}" ] || arguments+=("--baseline=$QA_BASELINE")
[ -z "${QA_DIFF_BASE:-}" ] || arguments+=("--diff-base=$QA_DIFF_BASE")
[ -z "${QA_FAIL_ON:-}" ] || arguments+=("--fail-on=$QA_FAIL_ON")
while read -r argument; do
  [ -z "$argument" ] || arguments+=("$argument")
done <<< "${QA_ARGUMENTS:-}"

mkdir -p "$QA_OUTPUT"
code=0
qa check \
  --format concise \
  --format "json:$QA_OUTPUT/report.json" \
  --format "html:$QA_OUTPUT/review.html" \
  --format "sarif:$QA_OUTPUT/qa.sarif" \
  --format "junit:$QA_OUTPUT/junit.xml" \
  "${arguments[@]}" -- "${files[@]}" || code=$?

{
  echo "exit-code=$code"
  if [ "$code" -lt 2 ]; then
    echo "report=$QA_OUTPUT/report.json"
    echo "review=$QA_OUTPUT/review.html"
    echo "sarif=$QA_OUTPUT/qa.sarif"
    python - "$QA_OUTPUT/report.json" <<'PYTHON'
import json
import sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(f"passed={'true' if report['gate']['passed'] else 'false'}")
print(f"findings={sum(report['summary']['findings'].values())}")
PYTHON
  fi
} >> "$GITHUB_OUTPUT"
