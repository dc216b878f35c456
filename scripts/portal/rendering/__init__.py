"""How our blocks, questions, tables and mixed-direction text become HTML."""
