-- Stuck jobs. Which unfinished jobs have not changed in 12 hours?
-- Lists all jobs that have not ended, those that are stopping included. Progress of records may not count as a change.
-- Leaves out jobs without a time of the last change, and jobs in a status that the driver does not know.
SELECT
  job_name,
  status,
  last_modified_time,
  TIMESTAMPDIFF(HOUR, last_modified_time, CURRENT_TIMESTAMP) AS hours,
  job_arn
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')
  AND last_modified_time < CURRENT_TIMESTAMP - INTERVAL '12' HOUR
ORDER BY last_modified_time, job_arn;
