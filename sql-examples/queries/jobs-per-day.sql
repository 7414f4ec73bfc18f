-- Jobs per day and status. How many jobs were submitted each day, and how did they end?
-- Counts the jobs of the last 14 days in UTC, today included; the columns after jobs add up to it.
-- under_way has not ended, and other is a status that the driver does not know. Leaves out days without jobs.
SELECT
  CAST(submit_time AS DATE) AS submitted,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE status = 'Completed') AS completed,
  COUNT(*) FILTER (WHERE status = 'PartiallyCompleted') AS partial,
  COUNT(*) FILTER (WHERE status = 'Failed') AS failed,
  COUNT(*) FILTER (WHERE status = 'Stopped') AS stopped,
  COUNT(*) FILTER (WHERE status = 'Expired') AS expired,
  COUNT(*) FILTER (WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')) AS under_way,
  COUNT(*) FILTER (
    WHERE COALESCE(status, '') NOT IN (
      'Completed', 'PartiallyCompleted', 'Failed', 'Stopped', 'Expired',
      'Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')) AS other
FROM jobs
WHERE submit_time >= CURRENT_DATE - INTERVAL '13' DAY
GROUP BY CAST(submit_time AS DATE)
ORDER BY submitted DESC;
