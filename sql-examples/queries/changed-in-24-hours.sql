-- What changed in the last 24 hours. Which jobs came, went on or ended since yesterday?
-- A job lives for 168 hours at the longest, so that older ones need not be asked for.
SELECT job_name, status, submit_time, last_modified_time
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '8' DAY
  AND last_modified_time >= CURRENT_TIMESTAMP - INTERVAL '24' HOUR
ORDER BY last_modified_time DESC;
