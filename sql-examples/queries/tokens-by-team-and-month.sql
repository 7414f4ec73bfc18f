-- Tokens by team and month. How many tokens did each team take? Covers 90 days; each job that has ended costs one request, and its tag a hundredth.
-- The team is the tag team; it is null for jobs without it, or whose tags may not be read.
-- jobs counts all jobs submitted, counted those whose manifest was read; the tokens of the others are left out.
-- The first month begins 90 days ago, and the last one is not over. usage-by-team needs no tags.
SELECT
  JSON_VALUE(tags, '$.team') AS team,
  CAST(FLOOR(submit_time TO MONTH) AS DATE) AS submitted,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE usage_state = 'read') AS counted,
  SUM(input_tokens) AS input_tokens,
  SUM(output_tokens) AS output_tokens
FROM job_details
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '90' DAY
GROUP BY JSON_VALUE(tags, '$.team'), FLOOR(submit_time TO MONTH)
ORDER BY submitted DESC, team;
