-- Tokens by model. How many tokens did each model take? Covers 90 days; each job that has ended costs one request.
-- jobs counts all jobs submitted, counted those whose manifest was read; the tokens of the others are unknown and left out, not 0.
SELECT
  model,
  COUNT(*) AS jobs,
  COUNT(*) FILTER (WHERE usage_state = 'read') AS counted,
  SUM(input_tokens) AS input_tokens,
  SUM(output_tokens) AS output_tokens
FROM job_details
WHERE submit_time >= CURRENT_TIMESTAMP - INTERVAL '90' DAY
GROUP BY model
ORDER BY input_tokens DESC NULLS LAST, model;
