-- Jobs per status. How many jobs are in each status?
SELECT status, COUNT(*) AS jobs, MIN(submit_time) AS oldest, MAX(submit_time) AS newest
FROM jobs
GROUP BY status
ORDER BY jobs DESC, status;
