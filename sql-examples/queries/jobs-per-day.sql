-- Jobs per day and status. How many jobs were submitted each day, and how did they end?
SELECT
  CAST(submit_time AS DATE) AS submitted,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE status = 'Completed') AS completed,
  COUNT(*) FILTER (WHERE status = 'PartiallyCompleted') AS partial,
  COUNT(*) FILTER (WHERE status = 'Failed') AS failed,
  COUNT(*) FILTER (WHERE status = 'Stopped') AS stopped,
  COUNT(*) FILTER (WHERE status = 'Expired') AS expired,
  COUNT(*) FILTER (WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')) AS under_way
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '14' DAY
GROUP BY CAST(submit_time AS DATE)
ORDER BY submitted DESC;
