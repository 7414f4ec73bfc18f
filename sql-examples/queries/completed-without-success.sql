-- Completed without success. In which jobs that completed, wholly or partly, did every processed record fail?
-- Lists the 20 submitted last, in status Completed or PartiallyCompleted.
-- Leaves out jobs without record counts in the list, as old ones are, and jobs that processed no record.
SELECT job_name, model, status, submit_time, error_records, total_records, output_s3_uri
FROM jobs
WHERE status IN ('Completed', 'PartiallyCompleted') AND processed_records > 0 AND success_records = 0
ORDER BY submit_time DESC, job_arn
LIMIT 20;
