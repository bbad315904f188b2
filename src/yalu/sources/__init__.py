"""One folder per list or register: ``source.yml``, ``parse.py``, ``fixture/``, ``expected.jsonl``."""
