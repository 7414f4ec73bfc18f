-- Jobs with errors. Which completed jobs have failed records, and where is their output?
SELECT job_name, error_records, total_records, output_s3_uri
FROM jobs
WHERE status = 'Completed' AND error_records > 0
ORDER BY error_records DESC, job_name
LIMIT 20;
