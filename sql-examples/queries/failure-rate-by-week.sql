-- Failure rate by week. Is the failure rate rising?
-- Counts the jobs submitted in this week and the 12 before it that completed, wholly or partly, failed or
-- expired; failed counts Failed and Expired. Weeks start on Monday (ISO), in UTC; this one is not over.
-- Leaves out stopped jobs, jobs that have not ended, and weeks without jobs.
SELECT
  CAST(FLOOR(submit_time TO WEEK) AS DATE) AS week,
  COUNT(*) AS ended,
  COUNT(*) FILTER (WHERE status IN ('Failed', 'Expired')) AS failed,
  CAST(100.0 * COUNT(*) FILTER (WHERE status IN ('Failed', 'Expired')) / COUNT(*) AS DECIMAL(5, 1)) AS pct
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '91' DAY(3) -- which the service filters by
  AND submit_time >= FLOOR(CURRENT_TIMESTAMP TO WEEK) - INTERVAL '84' DAY
  AND status IN ('Completed', 'PartiallyCompleted', 'Failed', 'Expired')
GROUP BY FLOOR(submit_time TO WEEK)
ORDER BY week DESC;
