WITH "t6" AS (
  SELECT
    "t0"."id" AS "tail",
    "t0"."debtor" AS "payer_now",
    "t0"."creditor" AS "payee",
    "t0"."creditor_name" AS "name",
    "t0"."creditor_account" AS "account_now",
    "t0"."creditor_address" AS "address_now",
    "t0"."day" AS "last",
    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."day") AS "paid"
  FROM "payment" AS "t0"
  WHERE
    NOT (
      "t0"."rejected"
    )
)
SELECT
  "t16"."answer",
  "t16"."payer",
  "t16"."former",
  "t16"."name",
  "t16"."refusal",
  "t16"."last",
  "t16"."tail",
  "t16"."first" AS "head",
  COALESCE("t16"."account_now" = "t16"."account", FALSE) AS "by_account"
FROM (
  SELECT
    "t14"."first",
    "t14"."answer",
    "t14"."refusal",
    "t14"."on",
    "t14"."until",
    "t14"."who",
    "t14"."whom",
    "t14"."payer",
    "t14"."former",
    "t14"."address",
    "t14"."account",
    "t9"."tail",
    "t9"."payer_now",
    "t9"."payee",
    "t9"."name",
    "t9"."account_now",
    "t9"."address_now",
    "t9"."last",
    "t9"."paid",
    "t15"."known",
    "t15"."first_paid"
  FROM (
    SELECT
      COALESCE("t7"."id", "t4"."id") AS "first",
      "t4"."id" AS "answer",
      "t4"."day" AS "refusal",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."day") AS "on",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."day") + (
        SELECT
          "t1"."days"
        FROM "line" AS "t1"
      ) AS "until",
      COALESCE(NULLIF("t7"."debtor", ''), "t4"."debtor") AS "who",
      COALESCE(NULLIF("t7"."creditor", ''), "t4"."creditor") AS "whom",
      COALESCE("t7"."debtor_name", "t4"."debtor_name") AS "payer",
      COALESCE("t7"."creditor_name", "t4"."creditor_name") AS "former",
      COALESCE("t7"."creditor_address", "t4"."creditor_address") AS "address",
      COALESCE("t7"."creditor_account", "t4"."creditor_account") AS "account"
    FROM (
      SELECT
        "t0"."id",
        "t0"."uetr",
        "t0"."debtor",
        "t0"."creditor",
        "t0"."debtor_name",
        "t0"."creditor_name",
        "t0"."creditor_address",
        "t0"."creditor_account",
        "t0"."day",
        "t0"."rejected"
      FROM "payment" AS "t0"
      WHERE
        "t0"."rejected"
    ) AS "t4"
    LEFT OUTER JOIN (
      SELECT
        "t0"."id",
        "t0"."uetr",
        "t0"."debtor",
        "t0"."creditor",
        "t0"."debtor_name",
        "t0"."creditor_name",
        "t0"."creditor_address",
        "t0"."creditor_account",
        "t0"."day",
        "t0"."rejected"
      FROM "payment" AS "t0"
      WHERE
        "t0"."uetr" <> '' AND NOT (
          "t0"."rejected"
        )
    ) AS "t7"
      ON "t4"."uetr" = "t7"."uetr"
  ) AS "t14"
  INNER JOIN "t6" AS "t9"
    ON "t14"."who" = "t9"."payer_now"
    AND "t9"."payee" <> "t14"."whom"
    AND "t9"."paid" >= "t14"."on"
    AND "t9"."paid" <= "t14"."until"
    AND (
      (
        "t9"."account_now" = "t14"."account"
      )
      OR (
        (
          "t9"."address_now" = "t14"."address"
        )
        AND (
          LENGTH("t14"."address") >= 10
        )
      )
    )
  INNER JOIN (
    SELECT
      "t10"."payee" AS "known",
      "t10"."first_paid"
    FROM (
      SELECT
        "t8"."payee",
        MIN("t8"."paid") AS "first_paid"
      FROM "t6" AS "t8"
      GROUP BY
        1
    ) AS "t10"
  ) AS "t15"
    ON "t9"."payee" = "t15"."known"
) AS "t16"
WHERE
  "t16"."first_paid" >= "t16"."on"
