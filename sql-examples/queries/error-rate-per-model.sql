-- Error rate per model. What share of records fails, per model?
SELECT
  model,
  SUM(processed_records) AS processed,
  SUM(error_records) AS errors,
  CAST(100.0 * SUM(error_records) / SUM(processed_records) AS DECIMAL(5, 2)) AS pct
FROM jobs
WHERE processed_records > 0
GROUP BY model
ORDER BY pct DESC, model;
