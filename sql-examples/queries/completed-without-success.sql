-- Completed without success. In which completed jobs did every record fail?
-- Leaves out jobs without record counts in the list, as old ones are, and jobs without records.
SELECT job_name, model, submit_time, error_records, total_records, output_s3_uri
FROM jobs
WHERE status = 'Completed' AND processed_records > 0 AND success_records = 0
ORDER BY submit_time DESC, job_name
LIMIT 20;
