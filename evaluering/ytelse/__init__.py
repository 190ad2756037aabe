"""This system beside what a user would take instead: quality and cost over the same texts and questions.

Every system runs in processes of its own (``arbeider``), so that memory and start are its own, and writes JSON;
the peers may stand in an environment of their own (``omgivelser``). Passages are judged by where they lie in the
text, not by the system that cut them (``kvalitet``).
"""
