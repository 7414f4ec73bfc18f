-- Slowest jobs. Which jobs took longest? Excludes expired jobs, whose end time is that of their validation.
SELECT
  job_name,
  model,
  TIMESTAMPDIFF(MINUTE, submit_time, end_time) AS minutes,
  processed_records
FROM jobs
WHERE status IN ('Completed', 'PartiallyCompleted', 'Failed')
ORDER BY minutes DESC, job_name
LIMIT 20;
