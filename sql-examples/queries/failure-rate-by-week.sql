-- Failure rate by week. Is the failure rate rising?
-- Weeks start on Sunday; counts finished jobs only.
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
