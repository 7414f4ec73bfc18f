-- Jobs near their expiry. Which unfinished jobs time out next?
-- Lists the 20 waiting or running jobs that time out first. hours_left counts whole hours, and is negative after the timeout.
-- Leaves out jobs that are stopping, which do not time out, and jobs without an expiration time.
SELECT
  job_name,
  status,
  expiration_time,
  TIMESTAMPDIFF(HOUR, CURRENT_TIMESTAMP, expiration_time) AS hours_left,
  timeout_hours
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress') AND expiration_time IS NOT NULL
ORDER BY expiration_time, job_arn
LIMIT 20;
