# What the scripts tell people: steps with their duration, remarks, and failures. Sourced, never run.
# shellcheck shell=bash

# How long a number of seconds is, for people: "2 min 05 s".
duration() {
    if [ "$1" -lt 60 ]; then
        printf '%d s' "$1"
    else
        printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
    fi
}

# Opens a step; the one before it is closed with its duration.
step() {
    end_step
    step_name=$1
    step_start=$SECONDS
    printf '\n== %s\n' "$step_name"
}

# Closes the step that is open, if any.
end_step() {
    [ -z "${step_name:-}" ] || printf '== %s : %s\n' "$step_name" "$(duration $((SECONDS - step_start)))"
    step_name=
}

remark() {
    printf 'remarque : %s\n' "$1" >&2
}

# Ends the script: one sentence says what is wrong and what to do, the other arguments are details, a line each.
fail() {
    printf '\nerreur : %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    exit 1
}
