# Completion of antq for PowerShell: antq --show-completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName antq -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text.Trim('"', "'") })
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)
        # Older versions do not hand on an empty word: the number of words says that it is there.
        $kind, $lines = @(& $before[0] --complete powershell ($before.Count + 1) @before $wordToComplete 2>$null)
    }
    finally {
        [Console]::OutputEncoding = $encoding
    }
    # Without an answer PowerShell offers the names of files by itself.
    if ($kind -like 'values*') {
        $lines | Where-Object { $_ } | ForEach-Object {
            $text, $about = $_ -split "`t", 2
            [System.Management.Automation.CompletionResult]::new(
                $text, $text, 'ParameterValue', $(if ($about) { $about } else { $text }))
        }
    }
}
