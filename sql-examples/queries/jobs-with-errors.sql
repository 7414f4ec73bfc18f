-- Jobs with errors. Which jobs that completed, wholly or partly, have failed records, and where is their output?
-- Lists the 20 with the most failed records, in status Completed or PartiallyCompleted.
-- Leaves out failed, stopped and expired jobs, and jobs without record counts in the list, as old ones are.
SELECT job_name, status, error_records, processed_records, total_records, output_s3_uri
FROM jobs
WHERE status IN ('Completed', 'PartiallyCompleted') AND error_records > 0
ORDER BY error_records DESC, job_name, job_arn
LIMIT 20;
