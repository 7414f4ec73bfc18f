-- Models near their end. How many jobs of the last 90 days used a model that has an end of life?
-- Counts jobs in any status, by model and region; through_profiles are those that name an inference profile.
-- Leaves out custom, imported and provisioned models, retired models, which are no longer listed,
-- and profiles whose models are all in regions that the connection does not query.
SELECT
  m.model_name,
  m.lifecycle_status,
  m.end_of_life_time,
  j.region,
  COUNT(*) AS jobs,
  COUNT(p.inference_profile_arn) AS through_profiles,
  MAX(j.submit_time) AS latest
FROM jobs AS j
LEFT JOIN inference_profiles AS p ON p.inference_profile_arn = j.model_id
LEFT JOIN models AS m ON m.model_arn = COALESCE(p.model_arn, j.model_id)
WHERE j.submit_time >= CURRENT_TIMESTAMP - INTERVAL '90' DAY
  AND m.end_of_life_time IS NOT NULL
GROUP BY m.model_name, m.lifecycle_status, m.end_of_life_time, j.region
ORDER BY m.end_of_life_time, m.model_name, j.region;
