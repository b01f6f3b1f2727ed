#!/usr/bin/env bash
# Runs `readout check` on a folder of meetings and writes what it finds to the summary of a GitHub Actions job.
# Exits as `readout check` does: 0 as accepted, 1 something changed, 2 something could not be read.
set -uo pipefail
folder=${1:-readouts}
summary=${GITHUB_STEP_SUMMARY:-/dev/stdout}
report=$(readout check "$folder" 2>&1)
code=$?
case $code in
    0) title="Every comparison is as accepted" ;;
    1) title="Comparisons have changed" ;;
    *) title="The readouts could not be checked" ;;
esac
# A text may hold any number of back quotes: the fence is longer than the longest run of them.
longest=$(printf '%s\n' "$report" | grep -o '`*' | awk '{ if (length > most) most = length } END { print most + 0 }')
fence=$(printf '`%.0s' $(seq $((longest > 2 ? longest + 1 : 3))))
# A summary takes at most 1 MiB; what is cut is still in the log.
{
    printf '## %s\n\n%sdiff\n' "$title" "$fence"
    printf '%s\n' "$report" | head -c 900000
    printf '\n%s\n' "$fence"
    if [ $code -eq 1 ]; then
        printf '\nLook at each difference. If it is right, run `readout check %s --update` and commit the result.\n' "$folder"
    fi
} >> "$summary"
printf '%s\n' "$report"
exit $code
