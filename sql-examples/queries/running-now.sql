-- Running now. What is running or waiting now, and how far along is it?
SELECT
  job_name,
  status,
  submit_time,
  processed_records,
  total_records,
  CAST(100.0 * processed_records / NULLIF(total_records, 0) AS DECIMAL(5, 1)) AS pct
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')
ORDER BY submit_time;
