# Which Debian packages each job needs, by release: the only list of them. Sourced, never run.
# shellcheck shell=bash

# "bookworm", "trixie"…; empty when the machine does not say.
codename() {
    (. /etc/os-release 2>/dev/null && printf '%s' "${VERSION_CODENAME:-}")
}

# The version in the names of the clang packages, with its dash; empty for the distribution's default.
clang_suffix() {
    case $(codename) in
    bookworm) printf -- '-14' ;;
    trixie) printf -- '-19' ;;
    esac
}

# The headers and the JSON and URL libraries of Boost: at least 1.81, which plain libboost-dev is not on Debian 12.
boost_packages() {
    case $(codename) in
    bookworm) echo libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev ;;
    trixie) echo libboost1.83-dev libboost-json1.83-dev libboost-url1.83-dev ;;
    *) echo libboost-dev libboost-json-dev libboost-url-dev ;;
    esac
}

# What building the program needs.
build_packages() {
    echo g++ cmake ninja-build ccache libcli11-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libcurl4-openssl-dev libexpat1-dev libfmt-dev libical-dev libkainjow-mustache-dev liboath-dev libqrencode-dev libsodium-dev \
        libsqlite3-dev libsqlitecpp-dev libssl-dev \
        libxlsxwriter-dev libzip-dev zlib1g-dev "$(boost_packages)"
}

# Node and npm, where PATH has no Node 18 or later (see need_node).
node_packages() {
    echo nodejs npm
}

# What the tests need besides; Catch2 3 is apart (see install_catch2), it may have to come from the backports.
test_packages() {
    local suffix
    suffix=$(clang_suffix)
    echo "clang$suffix" "libclang-rt${suffix}-dev" python3 python3-openpyxl python3-xlrd python3-jsonschema libxml2-utils chromium openssl \
        pandoc libreoffice-writer-nogui poppler-utils librsvg2-bin
    # Versions of clang-format disagree on shape: ours is that of Debian 12, and is checked there.
    [ "$suffix" != -14 ] || echo clang-format-14
}

# The web server that the tests put in front of ours (see install_nginx).
nginx_packages() {
    echo nginx
}

# What the benches of the server compare it with and measure it by.
bench_packages() {
    echo wget wrk "$(nginx_packages)" "$(node_packages)"
}

# What `scripts/test --long` needs besides.
long_test_packages() {
    echo "clang-tidy$(clang_suffix)"
}
