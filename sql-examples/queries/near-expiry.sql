-- Jobs near their expiry. Which unfinished jobs time out next?
SELECT
  job_name,
  status,
  expiration_time,
  TIMESTAMPDIFF(HOUR, CURRENT_TIMESTAMP, expiration_time) AS hours_left,
  timeout_hours
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress')
ORDER BY expiration_time
LIMIT 20;
