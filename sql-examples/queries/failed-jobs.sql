-- Which jobs failed last, and why? A plain read comes newest first; only 20 messages are read.
SELECT job_name, submit_time, message
FROM jobs
WHERE status = 'Failed'
LIMIT 20;
