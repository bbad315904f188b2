WITH "t5" AS (
  SELECT
    "t1"."id",
    "t1"."debtor",
    "t1"."creditor",
    "t1"."currency",
    "t1"."amount",
    "t1"."day",
    "t1"."debtor_name",
    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."day") AS "on"
  FROM "payment" AS "t1"
  WHERE
    "t1"."debtor" <> '' AND "t1"."creditor" <> '' AND "t1"."amount" > 0
)
SELECT
  "t11"."ids",
  "t11"."others",
  "t11"."head",
  "t11"."tail",
  "t11"."payer",
  "t11"."payee",
  "t11"."last",
  "t11"."number",
  "t11"."currency",
  "t11"."o_currency",
  "t11"."low",
  "t11"."high"
FROM (
  SELECT
    "t10"."debtor",
    "t10"."creditor",
    "t10"."currency",
    "t10"."o_currency",
    ARRAY_AGG("t10"."id") FILTER(WHERE
      "t10"."id" IS NOT NULL) AS "ids",
    ARRAY_AGG("t10"."o_id") FILTER(WHERE
      "t10"."o_id" IS NOT NULL) AS "others",
    MIN("t10"."id") AS "head",
    MAX("t10"."o_id") AS "tail",
    MIN("t10"."debtor_name") AS "payer",
    MIN("t10"."o_debtor_name") AS "payee",
    MAX(GREATEST("t10"."day", "t10"."o_day")) AS "last",
    COUNT(*) AS "number",
    MIN("t10"."rate") AS "low",
    MAX("t10"."rate") AS "high"
  FROM (
    SELECT
      "t9"."id",
      "t9"."debtor",
      "t9"."creditor",
      "t9"."currency",
      "t9"."amount",
      "t9"."day",
      "t9"."debtor_name",
      "t9"."on",
      "t9"."o_id",
      "t9"."o_debtor",
      "t9"."o_creditor",
      "t9"."o_currency",
      "t9"."o_amount",
      "t9"."o_day",
      "t9"."o_debtor_name",
      "t9"."o_on",
      CAST("t9"."amount" AS DOUBLE) / CAST("t9"."o_amount" AS DOUBLE) AS "rate"
    FROM (
      SELECT
        "t7"."id",
        "t7"."debtor",
        "t7"."creditor",
        "t7"."currency",
        "t7"."amount",
        "t7"."day",
        "t7"."debtor_name",
        "t7"."on",
        "t8"."id" AS "o_id",
        "t8"."debtor" AS "o_debtor",
        "t8"."creditor" AS "o_creditor",
        "t8"."currency" AS "o_currency",
        "t8"."amount" AS "o_amount",
        "t8"."day" AS "o_day",
        "t8"."debtor_name" AS "o_debtor_name",
        "t8"."on" AS "o_on"
      FROM "t5" AS "t7"
      INNER JOIN "t5" AS "t8"
        ON "t7"."debtor" = "t8"."creditor"
        AND "t7"."creditor" = "t8"."debtor"
        AND "t7"."currency" < "t8"."currency"
        AND ABS("t7"."on" - "t8"."on") <= (
          SELECT
            "t0"."days"
          FROM "line" AS "t0"
        )
    ) AS "t9"
  ) AS "t10"
  GROUP BY
    1,
    2,
    3,
    4
) AS "t11"
WHERE
  "t11"."number" >= (
    SELECT
      "t0"."least"
    FROM "line" AS "t0"
  )
  AND "t11"."high" <= (
    "t11"."low" * (
      (
        SELECT
          "t0"."spread"
        FROM "line" AS "t0"
      ) + 1
    )
  )
