# Builds the tree into one folder. Sourced, after say.sh.
# shellcheck shell=bash

# build FOLDER TARGETS [CMake option…]   the targets in one word, separated by spaces
build() {
    local folder=$1 targets
    read -ra targets <<<"$2"
    shift 2
    mkdir -p "$folder" || fail "le dossier $folder ne peut pas être créé ; vérifiez vos droits sur ce dossier"
    if ! cmake -S . -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1; then
        tail -n 20 "$folder/configure.log" >&2
        fail "la préparation de $folder a échoué : il manque sans doute une bibliothèque nommée ci-dessus" \
            "paquets attendus : $(build_packages)"
    fi
    cmake --build "$folder" --parallel "$(nproc)" --target "${targets[@]}" ||
        fail "la construction de $folder a échoué ; le premier message du compilateur ci-dessus dit pourquoi"
}
