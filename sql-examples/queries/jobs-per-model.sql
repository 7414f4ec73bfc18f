-- Jobs per model. Which models are used, for how many jobs and records?
SELECT model, COUNT(*) AS jobs, SUM(total_records) AS records
FROM jobs
GROUP BY model
ORDER BY jobs DESC, model;
