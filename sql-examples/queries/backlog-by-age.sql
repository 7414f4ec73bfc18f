-- Backlog by age. How many jobs have not ended, and how long ago were they submitted?
-- Counts jobs that are waiting (Submitted, Validating, Scheduled), in progress or stopping; the three add up to jobs.
-- Leaves out jobs in a status that the driver does not know: jobs-per-status shows whether there are any.
SELECT
  CASE
    WHEN submit_time >= CURRENT_TIMESTAMP - INTERVAL '1' HOUR THEN '1: up to an hour'
    WHEN submit_time >= CURRENT_TIMESTAMP - INTERVAL '6' HOUR THEN '2: up to 6 hours'
    WHEN submit_time >= CURRENT_TIMESTAMP - INTERVAL '24' HOUR THEN '3: up to a day'
    ELSE '4: more than a day'
  END AS age,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE status IN ('Submitted', 'Validating', 'Scheduled')) AS waiting,
  COUNT(*) FILTER (WHERE status = 'InProgress') AS in_progress,
  COUNT(*) FILTER (WHERE status = 'Stopping') AS stopping,
  MIN(submit_time) AS oldest
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')
GROUP BY 1
ORDER BY 1;
