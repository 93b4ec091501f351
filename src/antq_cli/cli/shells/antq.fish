# Completion of antq for fish: antq --show-completion fish | source

function __antq
    set -l words (commandline -opc)
    set -l token (commandline -ct)
    set -l antq (string replace --regex '^~/' "$HOME/" -- $words[1])
    set -l lines (command $antq --complete fish $words "$token" 2>/dev/null)
    set -l head (string split -- \t $lines[1])
    switch "$head[1]"
        case values
            string join -- \n $lines[2..]
        case files folders
            set -l lead (string length -- "$head[2]")
            set -l typed (string sub --start (math $lead + 1) -- "$token")
            if test $head[1] = files
                __fish_complete_path $typed
            else
                __fish_complete_directories $typed
            end | string replace --regex '^' (string escape --style=regex -- "$head[2]")
    end
end

complete --command antq --no-files --keep-order --arguments '(__antq)'
