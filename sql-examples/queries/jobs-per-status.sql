-- Jobs per status. How many jobs are in each status?
-- Counts all jobs that the service lists, by the status that it sends; nothing is left out.
SELECT status, COUNT(*) AS jobs, MIN(submit_time) AS oldest, MAX(submit_time) AS newest
FROM jobs
GROUP BY status
ORDER BY jobs DESC, status;
