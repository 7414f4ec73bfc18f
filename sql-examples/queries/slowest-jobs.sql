-- Slowest jobs. Which jobs took longest, from submission to end?
-- Lists the 20 slowest in status Completed, PartiallyCompleted or Failed. Minutes include the queue.
-- Leaves out expired jobs, whose end time is that of their validation, and stopped jobs, which have no end time.
SELECT
  job_name,
  model,
  status,
  TIMESTAMPDIFF(MINUTE, submit_time, end_time) AS minutes,
  processed_records
FROM jobs
WHERE status IN ('Completed', 'PartiallyCompleted', 'Failed') AND end_time IS NOT NULL
ORDER BY minutes DESC, job_name, job_arn
LIMIT 20;
