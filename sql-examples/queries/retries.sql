-- Retries of the same name. Which jobs were resubmitted after a failure?
SELECT
  job_name,
  COUNT(*) AS tries,
  COUNT(*) FILTER (WHERE status = 'Failed') AS failed,
  COUNT(*) FILTER (WHERE status = 'Completed') AS completed,
  MIN(submit_time) AS first_try,
  MAX(submit_time) AS last_try
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '91' DAY(3)
GROUP BY job_name
HAVING COUNT(*) > 1 AND COUNT(*) FILTER (WHERE status = 'Failed') > 0
ORDER BY failed DESC, tries DESC, job_name
LIMIT 20;
