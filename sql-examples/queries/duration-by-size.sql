-- Duration by size. How long do completed jobs take, by number of records?
-- Counts jobs in status Completed. Minutes are those from submission to end, the queue included.
-- Leaves out jobs without record counts in the list, as old ones are, and those without an end time.
SELECT
  CASE
    WHEN total_records < 1000 THEN '1: under 1,000'
    WHEN total_records < 10000 THEN '2: under 10,000'
    ELSE '3: 10,000 and more'
  END AS size,
  COUNT(*) AS jobs,
  CAST(AVG(TIMESTAMPDIFF(MINUTE, submit_time, end_time)) AS INTEGER) AS average_minutes,
  MAX(TIMESTAMPDIFF(MINUTE, submit_time, end_time)) AS longest_minutes
FROM jobs
WHERE status = 'Completed' AND total_records > 0 AND end_time IS NOT NULL
GROUP BY 1
ORDER BY 1;
