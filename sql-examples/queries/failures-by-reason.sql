-- Failures by reason and model. Why do jobs fail, and on which models? Covers 90 days; each failure message costs one request.
-- Messages contain file names, lines and numbers; a reason is what they have in common.
WITH failures AS (
  SELECT
    model,
    submit_time,
    CASE
      WHEN message IS NULL THEN 'not told'
      WHEN message LIKE '%ermission%' OR message LIKE '%denied%' THEN 'access'
      WHEN message LIKE '%ciphertext%' OR message LIKE '%Kms%' THEN 'encryption key'
      WHEN message LIKE '%minimum%records%' OR message LIKE '%number of records%' THEN 'number of records'
      WHEN message LIKE '%recordId%' OR message LIKE '%valid%' OR message LIKE '%malformed%' THEN 'input'
      WHEN message LIKE '%end of life%' THEN 'model retired'
      WHEN message LIKE '%nternal error%' THEN 'service'
      ELSE SUBSTRING(message FROM 1 FOR 40)
    END AS reason
  FROM jobs
  WHERE status = 'Failed' AND submit_time >= CURRENT_TIMESTAMP - INTERVAL '90' DAY
)
SELECT reason, model, COUNT(*) AS jobs, MAX(submit_time) AS latest
FROM failures
GROUP BY reason, model
ORDER BY jobs DESC, reason, model
LIMIT 20;
