"""One module per command of `portal`; each declares its arguments and does its work."""
