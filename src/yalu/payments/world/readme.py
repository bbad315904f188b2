"""What the folder of a world says of itself."""

README = """# An invented world of payments (seed {seed}, {payments:,} payments)

**Everything here is fictional**: names, accounts, banks, the list. Every BIC begins with X and has 0 as its
eighth letter, which marks a BIC for tests. Towns and countries are real, since red flags speak of
them; no firm is.

- `messages/`: ISO 20022 and FIN, a file of each a month
- `payments.csv`, `payments.parquet`: the same payments as a table, with one correspondent at most
- `fictional-list.ftm.json`: who was listed and who owned whom, each with the day on which it became public
- `alerts/`: the banks' own alerts, a file a bank; some banks give none
- `truth/`: which payments are planted, and what each bank could know and did. Not for the program under test.
- `settings.json`: by which settings it was made

Load the list into a workspace of its own, never beside real lists:

    yalu sync ftm --name exercise --from fictional-list.ftm.json --workspace exercise-workspace
    yalu payments banks messages --alerts alerts --workspace exercise-workspace
"""
