-- Error rate per model. Of the records that a model processed, how many failed?
SELECT
  model,
  SUM(processed_records) AS processed,
  SUM(error_records) AS errors,
  CAST(100.0 * SUM(error_records) / SUM(processed_records) AS DECIMAL(5, 2)) AS pct
FROM jobs
WHERE processed_records > 0
GROUP BY model
ORDER BY pct DESC, model;
