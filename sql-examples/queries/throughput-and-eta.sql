-- Throughput and expected end. How fast are running jobs, and will they end before they expire?
-- Lists jobs in progress. The rate is that since submission, so that time in the queue makes it too low and the end too late.
-- Leaves out jobs that have processed no record yet, for which estimated-end goes by other jobs of the model,
-- jobs without record counts in the list, and those submitted less than a minute ago.
WITH under_way AS (
  SELECT
    job_name,
    job_arn,
    model,
    processed_records,
    total_records,
    expiration_time,
    TIMESTAMPDIFF(MINUTE, submit_time, CURRENT_TIMESTAMP) AS minutes
  FROM jobs
  WHERE status = 'InProgress' AND processed_records > 0 AND total_records > 0
),
expected AS (
  SELECT
    job_name,
    job_arn,
    model,
    CAST(100.0 * processed_records / total_records AS DECIMAL(5, 1)) AS pct,
    60 * processed_records / minutes AS records_per_hour,
    -- no more than ten years: later times may not be times
    TIMESTAMPADD(
      MINUTE,
      LEAST((total_records - processed_records) * minutes / processed_records, 5256000),
      CURRENT_TIMESTAMP) AS expected_end,
    expiration_time
  FROM under_way
  WHERE minutes > 0
)
SELECT
  job_name,
  model,
  pct,
  records_per_hour,
  expected_end,
  expiration_time,
  expected_end > expiration_time AS expires_first
FROM expected
ORDER BY expires_first DESC NULLS LAST, expected_end, job_arn;
