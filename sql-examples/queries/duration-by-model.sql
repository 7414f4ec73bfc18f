-- Duration percentiles by model. How long do jobs take, from submission to completion?
-- Counts jobs in status Completed or PartiallyCompleted; the latter ended at their timeout. Minutes include the queue.
-- Leaves out failed and stopped jobs, expired ones, whose end time is that of their validation, and those without an end time.
WITH ended AS (
  SELECT
    model,
    TIMESTAMPDIFF(MINUTE, submit_time, end_time) AS minutes,
    ROW_NUMBER() OVER (PARTITION BY model ORDER BY TIMESTAMPDIFF(MINUTE, submit_time, end_time)) AS place,
    COUNT(*) OVER (PARTITION BY model) AS jobs
  FROM jobs
  WHERE status IN ('Completed', 'PartiallyCompleted') AND end_time IS NOT NULL
)
SELECT
  model,
  MAX(jobs) AS jobs,
  MIN(minutes) FILTER (WHERE place >= 0.50 * jobs) AS p50,
  MIN(minutes) FILTER (WHERE place >= 0.90 * jobs) AS p90,
  MIN(minutes) FILTER (WHERE place >= 0.99 * jobs) AS p99,
  MAX(minutes) AS longest
FROM ended
GROUP BY model
ORDER BY p90 DESC, model;
