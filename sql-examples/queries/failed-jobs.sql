-- Last failures. Which jobs failed last, and why? One page is read, and 20 messages.
SELECT job_name, submit_time, message
FROM jobs
WHERE status = 'Failed'
ORDER BY submit_time DESC
LIMIT 20;
