"""What things are: rows, manifest, ratios, figures, rules, findings. No files, no screen."""
