-- Last failures. Which jobs failed most recently, and why? Costs one page and 20 failure messages.
SELECT job_name, submit_time, message
FROM jobs
WHERE status = 'Failed'
ORDER BY submit_time DESC
LIMIT 20;
