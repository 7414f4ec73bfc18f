-- Estimated end. When will the jobs that are waiting or running end?
-- Lists jobs that have not ended. by_rate goes by the records that a job has processed since its submission, by_model
-- by the median duration of the jobs of its model that completed in the last 90 days, where there are any;
-- estimated_end is by_rate, else by_model. An estimate in the past means that the job takes longer than others. late
-- says whether it expires before it. Leaves out jobs that are stopping, and jobs in a status that the driver does not
-- know.
WITH unfinished AS (
  SELECT
    job_name,
    job_arn,
    status,
    model,
    submit_time,
    expiration_time,
    processed_records,
    total_records,
    TIMESTAMPDIFF(MINUTE, submit_time, CURRENT_TIMESTAMP) AS minutes
  FROM jobs
  WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress')
),
usual AS (
  SELECT
    model,
    PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY TIMESTAMPDIFF(MINUTE, submit_time, end_time)) AS minutes
  FROM jobs
  WHERE status = 'Completed' AND end_time IS NOT NULL AND submit_time >= CURRENT_TIMESTAMP - INTERVAL '90' DAY
  GROUP BY model
),
estimated AS (
  SELECT
    j.job_name,
    j.job_arn,
    j.status,
    j.model,
    j.expiration_time,
    CASE
      WHEN j.processed_records > 0 AND j.total_records > 0
        -- no more than ten years: later times may not be times
        THEN TIMESTAMPADD(MINUTE, LEAST(j.total_records * j.minutes / j.processed_records, 5256000), j.submit_time)
    END AS by_rate,
    TIMESTAMPADD(MINUTE, u.minutes, j.submit_time) AS by_model
  FROM unfinished AS j
  LEFT JOIN usual AS u ON u.model = j.model
)
SELECT
  job_name,
  status,
  model,
  by_rate,
  by_model,
  COALESCE(by_rate, by_model) AS estimated_end,
  expiration_time,
  COALESCE(by_rate, by_model) > expiration_time AS late
FROM estimated
ORDER BY estimated_end, job_arn;
