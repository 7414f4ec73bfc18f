-- Jobs with errors. Which completed jobs still have records that failed, and where are the answers?
SELECT job_name, error_records, total_records, output_s3_uri
FROM jobs
WHERE status = 'Completed' AND error_records > 0
ORDER BY error_records DESC, job_name
LIMIT 20;
