"""Source against translation: fingerprints, states, parity, what to do next."""
