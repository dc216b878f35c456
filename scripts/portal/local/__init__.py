"""National additions: a folder of a country's own, merged at build time or laid beside the zip."""
