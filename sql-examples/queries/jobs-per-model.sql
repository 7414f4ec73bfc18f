-- Jobs per model. Which models are used, for how many jobs and records?
-- Counts all jobs, in any status; no job is left out. records adds up the inputs of the jobs whose records are known,
-- which known counts: the list has no counts of old jobs, and 0 until processing starts.
SELECT
  model,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE total_records > 0) AS known,
  SUM(total_records) AS records
FROM jobs
GROUP BY model
ORDER BY jobs DESC, model;
