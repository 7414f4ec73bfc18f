-- How many jobs were submitted on each of the last days, and how many of them failed?
SELECT
  CAST(submit_time AS DATE) AS submitted,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE status = 'Failed') AS failed
FROM jobs
GROUP BY CAST(submit_time AS DATE)
ORDER BY submitted DESC
LIMIT 14;
