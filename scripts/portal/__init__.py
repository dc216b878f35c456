"""The Minamata training portal: checks, translates and builds a training site in six languages."""
