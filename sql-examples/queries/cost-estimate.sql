-- Cost estimate by model and month. What may the tokens of the last 90 days have cost? Needs --prices FILE; each job that has ended costs one request.
-- An estimate, not a bill: it multiplies the tokens of the manifests that were read by your prices, with one price for
-- all regions, and knows of no cached or reasoning tokens, discounts or taxes. jobs counts all jobs submitted, counted
-- those whose manifest was read; the tokens of the others are left out. The estimate is null where a price is missing
-- or no tokens are known. The first month begins 90 days ago, and the last one is not over.
WITH tokens AS (
  SELECT
    CAST(FLOOR(d.submit_time TO MONTH) AS DATE) AS submitted,
    COALESCE(SUBSTRING(p.model_arn FROM POSITION('/' IN p.model_arn) + 1), d.model) AS model,
    COUNT(*) AS jobs,
    COUNT(*) FILTER (WHERE d.usage_state = 'read') AS counted,
    SUM(d.input_tokens) AS input_tokens,
    SUM(d.output_tokens) AS output_tokens
  FROM job_details AS d
  LEFT JOIN inference_profiles AS p ON p.inference_profile_arn = d.model_id
  WHERE d.submit_time >= CURRENT_TIMESTAMP - INTERVAL '90' DAY
  GROUP BY 1, 2
),
priced AS (
  SELECT
    t.*,
    CASE WHEN t.input_tokens = 0 THEN 0 ELSE t.input_tokens * i.price_per_million / 1000000 END AS input_estimate,
    CASE WHEN t.output_tokens = 0 THEN 0 ELSE t.output_tokens * o.price_per_million / 1000000 END AS output_estimate
  FROM tokens AS t
  LEFT JOIN prices AS i ON i.model = t.model AND i.direction = 'input'
  LEFT JOIN prices AS o ON o.model = t.model AND o.direction = 'output'
)
SELECT
  submitted,
  model,
  jobs,
  counted,
  input_tokens,
  output_tokens,
  CAST(input_estimate + output_estimate AS DECIMAL(18, 2)) AS estimate
FROM priced
ORDER BY submitted DESC, estimate DESC NULLS LAST, model;
