SELECT
  "t13"."inbound" AS "head",
  "t13"."ids",
  "t13"."tail",
  "t13"."payer",
  "t13"."payees",
  "t13"."last",
  "t13"."total",
  "t13"."currency",
  "t13"."begun",
  "t13"."out",
  "t13"."number",
  "t13"."countries"
FROM (
  SELECT
    "t12"."inbound",
    ARRAY_AGG("t12"."id") FILTER(WHERE
      "t12"."id" IS NOT NULL) AS "ids",
    MAX("t12"."id") AS "tail",
    MIN("t12"."holder") AS "payer",
    ARRAY_AGG(DISTINCT "t12"."creditor_name") FILTER(WHERE
      "t12"."creditor_name" IS NOT NULL) AS "payees",
    MAX("t12"."day") AS "last",
    MIN("t12"."total") AS "total",
    MIN("t12"."money") AS "currency",
    MIN("t12"."begun") AS "begun",
    SUM("t12"."amount") AS "out",
    COUNT(DISTINCT "t12"."creditor") AS "number",
    ARRAY_AGG(DISTINCT "t12"."creditor_country") FILTER(WHERE
      "t12"."creditor_country" IS NOT NULL) AS "countries"
  FROM (
    SELECT
      "t9"."inbound",
      "t9"."total",
      "t9"."money",
      "t9"."who",
      "t9"."giver",
      "t9"."holder",
      "t9"."begun",
      "t9"."first",
      "t9"."until",
      "t11"."id",
      "t11"."debtor",
      "t11"."creditor",
      "t11"."creditor_name",
      "t11"."creditor_country",
      "t11"."currency",
      "t11"."amount",
      "t11"."day",
      "t11"."on"
    FROM (
      SELECT
        "t1"."id" AS "inbound",
        "t1"."amount" AS "total",
        "t1"."currency" AS "money",
        "t1"."creditor" AS "who",
        "t1"."debtor" AS "giver",
        "t1"."creditor_name" AS "holder",
        "t1"."day" AS "begun",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."day") AS "first",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."day") + (
          SELECT
            "t0"."days"
          FROM "line" AS "t0"
        ) AS "until"
      FROM "payment" AS "t1"
      WHERE
        "t1"."amount" > 0 AND "t1"."creditor" <> ''
    ) AS "t9"
    INNER JOIN (
      SELECT
        "t7"."id",
        "t7"."debtor",
        "t7"."creditor",
        "t7"."creditor_name",
        "t7"."creditor_country",
        "t7"."currency",
        "t7"."amount",
        "t7"."day",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."day") AS "on"
      FROM (
        SELECT
          *
        FROM "payment" AS "t1"
        WHERE
          "t1"."creditor_country" IN (
            SELECT
              *
            FROM "offshore" AS "t2"
          )
      ) AS "t7"
    ) AS "t11"
      ON "t9"."who" = "t11"."debtor"
      AND "t9"."money" = "t11"."currency"
      AND "t9"."inbound" <> "t11"."id"
      AND "t11"."on" >= "t9"."first"
      AND "t11"."on" <= "t9"."until"
      AND "t11"."amount" < "t9"."total"
      AND "t11"."creditor" <> "t9"."giver"
  ) AS "t12"
  GROUP BY
    1
) AS "t13"
WHERE
  "t13"."number" >= (
    SELECT
      "t0"."least"
    FROM "line" AS "t0"
  )
  AND CAST("t13"."out" AS DOUBLE) >= (
    CAST("t13"."total" AS DOUBLE) * (
      SELECT
        "t0"."share"
      FROM "line" AS "t0"
    )
  )
  AND CAST("t13"."out" AS DOUBLE) <= CAST("t13"."total" AS DOUBLE)
