-- Running now. What is running or waiting now, and how far along is it?
-- Lists all jobs that have not ended, those that are stopping included. pct is null before processing starts.
-- Leaves out jobs in a status that the driver does not know: jobs-per-status shows whether there are any.
SELECT
  job_name,
  status,
  submit_time,
  processed_records,
  total_records,
  CAST(100.0 * processed_records / NULLIF(total_records, 0) AS DECIMAL(5, 1)) AS pct
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')
ORDER BY submit_time, job_arn;
