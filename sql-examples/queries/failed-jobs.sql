-- Last failures. Which of the jobs submitted last failed, and why? Costs one page and 20 failure messages.
-- Lists the 20 failed jobs submitted last, by submission: the service does not sort by end.
-- Leaves out jobs in status Expired or PartiallyCompleted. A message is null where the service gives no reason.
SELECT job_name, submit_time, message
FROM jobs
WHERE status = 'Failed'
ORDER BY submit_time DESC
LIMIT 20;
