-- Retries of the same name. Which jobs were submitted again after a failure, and how did that end?
-- A retry is a job of the last 91 days whose predecessor of the same name, account and region failed, in the same days.
-- other counts retries that have not ended, or were stopped, expired or completed in part; the three add up to retries.
-- A schedule that reuses a name looks the same. Leaves out jobs without a name; shows the 20 names with most retries.
WITH tries AS (
  SELECT
    job_name,
    region,
    account_id,
    status,
    submit_time,
    LAG(status) OVER (PARTITION BY account_id, region, job_name ORDER BY submit_time, job_arn) AS before
  FROM jobs
  WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '91' DAY(3) AND job_name <> ''
)
SELECT
  job_name,
  region,
  account_id,
  COUNT(*) AS retries,
  COUNT(*) FILTER (WHERE status = 'Completed') AS completed,
  COUNT(*) FILTER (WHERE status = 'Failed') AS failed_again,
  COUNT(*) FILTER (WHERE COALESCE(status, '') NOT IN ('Completed', 'Failed')) AS other,
  MIN(submit_time) AS first_retry,
  MAX(submit_time) AS last_retry
FROM tries
WHERE before = 'Failed'
GROUP BY job_name, region, account_id
ORDER BY retries DESC, failed_again DESC, job_name, region, account_id
LIMIT 20;
