SELECT
  "t8"."ids",
  "t8"."head",
  "t8"."tail",
  "t8"."payer",
  "t8"."payee",
  "t8"."last",
  "t8"."number",
  "t8"."total",
  "t8"."currency",
  "t8"."begun",
  "t8"."ended"
FROM (
  SELECT
    "t7"."debtor",
    "t7"."creditor",
    "t7"."currency",
    "t7"."burst",
    ARRAY_AGG("t7"."id") FILTER(WHERE
      "t7"."id" IS NOT NULL) AS "ids",
    MIN("t7"."id") AS "head",
    MAX("t7"."id") AS "tail",
    MIN("t7"."debtor_name") AS "payer",
    MIN("t7"."creditor_name") AS "payee",
    MAX("t7"."day") AS "last",
    COUNT(*) AS "number",
    SUM("t7"."amount") AS "total",
    MIN("t7"."instant") AS "begun",
    MAX("t7"."instant") AS "ended"
  FROM (
    SELECT
      "t6"."debtor",
      "t6"."creditor",
      "t6"."currency",
      "t6"."id",
      "t6"."day",
      "t6"."amount",
      "t6"."debtor_name",
      "t6"."creditor_name",
      "t6"."instant",
      "t6"."minute",
      "t6"."begins",
      SUM("t6"."begins") OVER (
        PARTITION BY "t6"."debtor", "t6"."creditor", "t6"."currency"
        ORDER BY "t6"."instant" ASC, "t6"."id" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "burst"
    FROM (
      SELECT
        "t5"."debtor",
        "t5"."creditor",
        "t5"."currency",
        "t5"."id",
        "t5"."day",
        "t5"."amount",
        "t5"."debtor_name",
        "t5"."creditor_name",
        "t5"."instant",
        "t5"."minute",
        CASE
          WHEN (
            "t5"."minute" - LAG("t5"."minute") OVER (
              PARTITION BY "t5"."debtor", "t5"."creditor", "t5"."currency"
              ORDER BY "t5"."instant" ASC, "t5"."id" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            )
          ) <= (
            (
              SELECT
                "t0"."hours"
              FROM "line" AS "t0"
            ) * 60
          )
          THEN 0
          ELSE 1
        END AS "begins"
      FROM (
        SELECT
          "t1"."debtor",
          "t1"."creditor",
          "t1"."currency",
          "t1"."id",
          "t1"."day",
          "t1"."amount",
          "t1"."debtor_name",
          "t1"."creditor_name",
          COALESCE("t1"."moment", CAST("t1"."day" AS TIMESTAMP)) AS "instant",
          CAST(FLOOR(
            (
              EPOCH(CAST(COALESCE("t1"."moment", CAST("t1"."day" AS TIMESTAMP)) AS TIMESTAMP))
            ) / (
              60
            )
          ) AS BIGINT) AS "minute"
        FROM "payment" AS "t1"
        WHERE
          "t1"."amount" >= (
            SELECT
              "t0"."round"
            FROM "line" AS "t0"
          )
          AND (
            "t1"."amount" % (
              SELECT
                "t0"."round"
              FROM "line" AS "t0"
            )
          ) = 0
          AND "t1"."day" IS NOT NULL
          AND "t1"."debtor" <> ''
          AND "t1"."creditor" <> ''
      ) AS "t5"
    ) AS "t6"
  ) AS "t7"
  GROUP BY
    1,
    2,
    3,
    4
) AS "t8"
WHERE
  "t8"."number" >= (
    SELECT
      "t0"."least"
    FROM "line" AS "t0"
  )
