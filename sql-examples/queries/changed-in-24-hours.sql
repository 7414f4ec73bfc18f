-- What changed in the last 24 hours. Which jobs were created, updated or finished since yesterday?
-- Lists jobs in any status. A job runs for at most 168 hours, so only those of the last 8 days are read.
-- Leaves out jobs without a time of the last change.
SELECT job_name, status, submit_time, last_modified_time
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '8' DAY
  AND last_modified_time >= CURRENT_TIMESTAMP - INTERVAL '24' HOUR
ORDER BY last_modified_time DESC, job_arn;
