"""Publications: the brief, its claims check, its annexes."""
