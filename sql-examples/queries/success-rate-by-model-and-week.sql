-- Success rate by model and week. Which models succeed less often than before?
-- Counts the jobs submitted in this week and the 12 before it that have ended by themselves: completed, partial, failed
-- and expired add up to ended, and pct is the share of completed. Weeks start on Monday (ISO), in UTC; this one is not over.
-- Leaves out stopped jobs, jobs that have not ended, and weeks in which a model had no job.
SELECT
  model,
  CAST(FLOOR(submit_time TO WEEK) AS DATE) AS week,
  COUNT(*) AS ended,
  COUNT(*) FILTER (WHERE status = 'Completed') AS completed,
  COUNT(*) FILTER (WHERE status = 'PartiallyCompleted') AS partial,
  COUNT(*) FILTER (WHERE status = 'Failed') AS failed,
  COUNT(*) FILTER (WHERE status = 'Expired') AS expired,
  CAST(100.0 * COUNT(*) FILTER (WHERE status = 'Completed') / COUNT(*) AS DECIMAL(5, 1)) AS pct
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '91' DAY(3) -- which the service filters by
  AND submit_time >= FLOOR(CURRENT_TIMESTAMP TO WEEK) - INTERVAL '84' DAY
  AND status IN ('Completed', 'PartiallyCompleted', 'Failed', 'Expired')
GROUP BY model, FLOOR(submit_time TO WEEK)
ORDER BY model, week DESC;
