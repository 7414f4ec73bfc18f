-- Error rate per model. What share of the processed records failed, per model?
-- Counts the records that jobs in any status have processed so far; jobs is the number of these jobs.
-- Leaves out jobs that processed no record, and those without record counts in the list, as old ones are.
SELECT
  model,
  COUNT(*) AS jobs,
  SUM(processed_records) AS processed,
  SUM(error_records) AS errors,
  CAST(100.0 * SUM(error_records) / SUM(processed_records) AS DECIMAL(5, 2)) AS pct
FROM jobs
WHERE processed_records > 0 AND error_records IS NOT NULL
GROUP BY model
ORDER BY pct DESC, model;
