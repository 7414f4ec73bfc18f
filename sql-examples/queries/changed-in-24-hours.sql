-- What changed in the last 24 hours. Which jobs were created, updated or finished since yesterday?
-- A job runs for at most 168 hours, so older jobs cannot have changed.
SELECT job_name, status, submit_time, last_modified_time
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '8' DAY
  AND last_modified_time >= CURRENT_TIMESTAMP - INTERVAL '24' HOUR
ORDER BY last_modified_time DESC;
