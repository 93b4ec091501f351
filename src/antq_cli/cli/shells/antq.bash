# Completion of antq for bash 4 or newer: source <(antq --show-completion bash)

_antq() {
    local line kind lead IFS=$'\t'
    local -a lines=()
    while IFS= read -r line; do
        lines+=("$line")
    done < <("${1/#\~\//$HOME/}" --complete bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
    read -r kind lead <<<"${lines[0]}"
    COMPREPLY=()
    case $kind$lead in
        values*)
            compopt -o nosort 2>/dev/null
            COMPREPLY=("${lines[@]:1}")
            ;;
        files) compopt -o default ;;
        folders) compopt -o dirnames ;;
        files* | folders*) # bash takes what leads for a part of the name
            compopt -o filenames
            while IFS= read -r line; do
                COMPREPLY+=("$lead$line")
            done < <(compgen -A "$([[ $kind == files ]] && echo file || echo directory)" -- "${2#"$lead"}")
            ;;
    esac
}

complete -F _antq antq
