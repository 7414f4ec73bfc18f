-- Regions compared. Which region runs jobs fastest and most reliably?
-- Counts the jobs of the last 30 days per account and region of the URL. completed (wholly), failed (or expired) and
-- other (in part, stopped, or not ended) add up to jobs; failure_pct is the share of failed in these two.
-- Minutes are those from submission to end, the queue included, of completed jobs with an end time.
-- Leaves out regions without jobs, and regions that the warnings of the statement name.
WITH timed AS (
  SELECT
    region,
    account_id,
    status,
    TIMESTAMPDIFF(MINUTE, submit_time, end_time) AS minutes
  FROM jobs
  WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '30' DAY
)
SELECT
  region,
  account_id,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE status = 'Completed') AS completed,
  COUNT(*) FILTER (WHERE status IN ('Failed', 'Expired')) AS failed,
  COUNT(*) FILTER (WHERE COALESCE(status, '') NOT IN ('Completed', 'Failed', 'Expired')) AS other,
  CAST(
    100.0 * COUNT(*) FILTER (WHERE status IN ('Failed', 'Expired'))
      / NULLIF(COUNT(*) FILTER (WHERE status IN ('Completed', 'Failed', 'Expired')), 0) AS DECIMAL(5, 1)) AS failure_pct,
  PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE status = 'Completed') AS median_minutes,
  PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE status = 'Completed') AS p90_minutes
FROM timed
GROUP BY region, account_id
ORDER BY region, account_id;
