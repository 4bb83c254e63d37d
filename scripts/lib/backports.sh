# Derives the backports of a release from the apt sources of the machine: same address, same keys. Sourced, after
# say.sh and install.sh. APT_SOURCES is the folder of apt's sources; tests give another.
# shellcheck shell=bash
: "${APT_SOURCES:=/etc/apt}"

# The stanza of deb822 files (*.sources) that serves the release given, turned into that of its backports.
backports_stanza() {
    local release=$1
    shift
    awk -v release="$release" -v RS= -v FS='\n' '
        {
            out = types = suites = disabled = ""
            for (i = 1; i <= NF; i++) {
                if ($i ~ /^#/) continue
                if ($i !~ /^[ \t]/) {
                    name = tolower($i)
                    sub(/:.*/, "", name)
                }
                value = $i
                sub(/^[^ \t]*[ \t]*/, "", value)
                if (name == "types") types = types " " value " "
                else if (name == "suites") suites = suites " " value " "
                else if (name == "enabled" && tolower(value) == "no") disabled = 1
                if (name !~ /^(types|suites|components|enabled)$/) out = out $i "\n"
            }
            if (disabled || types !~ / deb / || index(suites, " " release " ") == 0) next
            printf "Types: deb\nSuites: %s-backports\nComponents: main\n%s", release, out
            exit
        }' "$@"
}

# The same for one-line files (sources.list, *.list): the first "deb" line of the release.
backports_line() {
    local release=$1
    shift
    awk -v release="$release" '
        $1 == "deb" {
            at = 2
            if ($2 ~ /^\[/) while ($at !~ /\]$/ && at < NF) at++
            if ($2 ~ /^\[/) at++
            if ($(at + 1) != release) next
            out = "deb"
            for (i = 2; i <= at; i++) out = out " " $i
            print out " " release "-backports main"
            exit
        }' "$@"
}

# Writes the derived source as clausier-backports.sources or .list; fails when the machine's sources name no such release.
add_backports() {
    local release text file
    release=$(codename)
    local stanzas=() lines=()
    for file in "$APT_SOURCES"/sources.list.d/*.sources; do [ ! -f "$file" ] || stanzas+=("$file"); done
    for file in "$APT_SOURCES"/sources.list "$APT_SOURCES"/sources.list.d/*.list; do
        [ ! -f "$file" ] || lines+=("$file")
    done
    text=''
    file=clausier-backports.sources
    [ ${#stanzas[@]} -eq 0 ] || text=$(backports_stanza "$release" "${stanzas[@]}")
    if [ -z "$text" ] && [ ${#lines[@]} -gt 0 ]; then
        file=clausier-backports.list
        text=$(backports_line "$release" "${lines[@]}")
    fi
    [ -n "$text" ] || fail "les sources d’apt ne nomment pas « $release » : impossible d’en déduire ses backports" \
        "ajoutez vous-même la source « $release-backports » à $APT_SOURCES/sources.list.d, puis relancez"
    printf '%s\n' "$text" | as_root tee "$APT_SOURCES/sources.list.d/$file" >/dev/null
    echo "Source ajoutée : $APT_SOURCES/sources.list.d/$file"
}
