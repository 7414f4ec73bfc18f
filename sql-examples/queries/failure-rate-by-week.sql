-- Failure rate by week. Do more jobs fail than before?
-- Weeks begin on Sunday; only jobs that have ended count.
SELECT
  CAST(FLOOR(submit_time TO WEEK) AS DATE) AS week,
  COUNT(*) AS ended,
  COUNT(*) FILTER (WHERE status IN ('Failed', 'Expired')) AS failed,
  CAST(100.0 * COUNT(*) FILTER (WHERE status IN ('Failed', 'Expired')) / COUNT(*) AS DECIMAL(5, 1)) AS pct
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '91' DAY(3)
  AND status IN ('Completed', 'PartiallyCompleted', 'Failed', 'Expired')
GROUP BY FLOOR(submit_time TO WEEK)
ORDER BY week DESC;
