-- Usage by team. How much did each team use in the last 30 days, by role and bucket?
-- A team is known by the service role of its jobs and the bucket that they write to; tokens-by-team-and-month goes by tags.
-- Counts jobs in any status. records adds up what jobs have processed so far.
-- Leaves out older jobs, and the records of jobs whose counts the list does not have.
SELECT
  account_id,
  SPLIT_PART(role_arn, '/', -1) AS role,
  SPLIT_PART(output_s3_uri, '/', 3) AS bucket,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE status = 'Failed') AS failed,
  COUNT(DISTINCT model) AS models,
  SUM(processed_records) AS records,
  MAX(submit_time) AS latest
FROM jobs
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '30' DAY
GROUP BY account_id, SPLIT_PART(role_arn, '/', -1), SPLIT_PART(output_s3_uri, '/', 3)
ORDER BY jobs DESC, account_id, role, bucket;
