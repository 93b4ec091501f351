#compdef antq
# Completion of antq for zsh, after compinit: source <(antq --show-completion zsh)

_antq() {
    local line kind lead antq=${${(Q)words[1]}/#\~\//$HOME/}
    local -a lines values
    lines=("${(@f)$("$antq" --complete zsh "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    kind=${lines[1]%%$'\t'*} lead=${lines[1]#*$'\t'}
    compset -p ${#lead}
    case $kind in
        values)
            for line in "${(@)lines[2,-1]#$lead}"; do
                values+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
            done
            _describe -V antq values
            ;;
        files) _files ;;
        folders) _files -/ ;;
    esac
}

if [[ $funcstack[1] == _antq ]]; then
    _antq "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _antq antq
fi
