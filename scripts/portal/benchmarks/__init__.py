"""Benchmarks: each module measures one thing here and now; `portal bench` prints what it gives."""
