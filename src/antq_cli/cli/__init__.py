"""Thin commands: parse, call, render, exit code. Each command's module is loaded only when it is called."""
