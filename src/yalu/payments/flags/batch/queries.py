"""One query a rule. Each gives a row a group: the payments' ids, whom it is about, and the evidence in words.

A ``$name`` is a parameter of the rule in the regime's file. Only SQL that other engines have too.
"""

from __future__ import annotations

BURST = """
WITH rounded AS (
    SELECT *, coalesce(moment, day::TIMESTAMP) AS instant FROM payment
    WHERE amount >= $round AND amount % $round = 0 AND day IS NOT NULL AND debtor <> '' AND creditor <> ''
), gapped AS (
    SELECT *,
        CASE WHEN date_diff('minute', lag(instant) OVER w, instant) <= $hours * 60 THEN 0 ELSE 1 END AS begins
    FROM rounded WINDOW w AS (PARTITION BY debtor, creditor, currency ORDER BY instant, id)
), grouped AS (
    SELECT *, sum(begins) OVER (PARTITION BY debtor, creditor, currency ORDER BY instant, id) AS burst
    FROM gapped
)
SELECT list(id ORDER BY id), any_value(debtor_name), any_value(creditor_name), max(day),
    count(*) || ' sums that ' || $round || ' divides, ' || sum(amount)::DECIMAL(38,2) || ' '
    || coalesce(currency, '') || ' together, from ' || min(instant) || ' to ' || max(instant)
FROM grouped GROUP BY debtor, creditor, currency, burst HAVING count(*) >= $least
"""
SPLIT = """
WITH outgoing AS (
    SELECT i.id AS inbound, i.amount AS total, i.currency AS money, i.creditor_name AS holder,
        i.day AS begun, o.*
    FROM payment i JOIN payment o ON o.debtor = i.creditor AND o.currency = i.currency AND o.id <> i.id
        AND o.day BETWEEN i.day AND i.day + CAST($days AS INTEGER) AND o.amount < i.amount
    WHERE i.amount > 0 AND i.creditor <> '' AND o.creditor <> i.debtor
        AND o.creditor_country IN (SELECT unnest($offshore))
)
SELECT list_prepend(inbound, list(id ORDER BY id)), any_value(holder),
    string_agg(DISTINCT creditor_name, ', ' ORDER BY creditor_name), max(day),
    any_value(total)::DECIMAL(38,2) || ' ' || any_value(money) || ' came in on ' || any_value(begun) || '; '
    || sum(amount)::DECIMAL(38,2) || ' went out to ' || count(DISTINCT creditor) || ' payees in '
    || string_agg(DISTINCT creditor_country, ', ' ORDER BY creditor_country) || ' by ' || max(day)
FROM outgoing GROUP BY inbound
HAVING count(DISTINCT creditor) >= $least
    AND sum(amount) BETWEEN any_value(total) * $share AND any_value(total)
"""
REPLACED = """
WITH refused AS (
    SELECT coalesce(p.id, r.id) AS first, r.id AS answer, r.day AS instant,
        coalesce(nullif(p.debtor, ''), r.debtor) AS debtor,
        coalesce(nullif(p.creditor, ''), r.creditor) AS creditor,
        coalesce(p.debtor_name, r.debtor_name) AS debtor_name,
        coalesce(p.creditor_name, r.creditor_name) AS creditor_name,
        coalesce(p.creditor_address, r.creditor_address) AS address,
        coalesce(p.creditor_account, r.creditor_account) AS account
    FROM payment r LEFT JOIN payment p ON p.uetr = r.uetr AND p.uetr <> '' AND NOT p.rejected
    WHERE r.rejected
), before AS (SELECT creditor, min(day) AS first_seen FROM payment WHERE NOT rejected GROUP BY creditor)
SELECT [r.first, r.answer, n.id], r.debtor_name, r.creditor_name || '; ' || n.creditor_name, n.day,
    r.creditor_name || ' was refused on ' || r.instant || '; ' || n.creditor_name || ', paid on ' || n.day
    || ', has the same '
    || CASE WHEN n.creditor_account = r.account THEN 'account' ELSE 'address' END
FROM refused r JOIN payment n ON n.debtor = r.debtor AND n.creditor <> r.creditor AND NOT n.rejected
    AND n.day BETWEEN r.instant AND r.instant + CAST($days AS INTEGER)
    AND (n.creditor_account = r.account OR (n.creditor_address = r.address AND length(r.address) >= 10))
JOIN before b ON b.creditor = n.creditor AND b.first_seen >= r.instant
"""
MIRROR = """
WITH pairs AS (
    SELECT a.id AS one, b.id AS other, a.debtor_name AS x, b.debtor_name AS y, a.currency AS money,
        b.currency AS back, greatest(a.day, b.day) AS day, a.amount::DOUBLE / b.amount::DOUBLE AS rate,
        a.debtor AS from_, a.creditor AS to_
    FROM payment a JOIN payment b ON a.debtor = b.creditor AND a.creditor = b.debtor
        AND a.currency < b.currency
        AND abs(date_diff('day', a.day, b.day)) <= $days AND a.amount > 0 AND b.amount > 0
    WHERE a.debtor <> '' AND a.creditor <> ''
)
SELECT list_concat(list(one ORDER BY one), list(other ORDER BY one)), any_value(x), any_value(y), max(day),
    count(*) || ' pairs in ' || any_value(money) || ' and ' || any_value(back) || ' at rates from '
    || round(min(rate), 4) || ' to ' || round(max(rate), 4)
FROM pairs GROUP BY from_, to_, money, back
HAVING count(*) >= $least AND max(rate) <= min(rate) * (1 + $spread)
"""
QUERIES = {"burst": BURST, "split": SPLIT, "replaced": REPLACED, "mirror": MIRROR}
