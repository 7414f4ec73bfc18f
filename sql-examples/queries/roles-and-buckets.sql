-- Busiest roles and buckets. Which roles read from and write to which buckets?
-- Counts all jobs that the service lists, in any status; nothing is left out.
SELECT
  role_arn,
  SPLIT_PART(input_s3_uri, '/', 3) AS input_bucket,
  SPLIT_PART(output_s3_uri, '/', 3) AS output_bucket,
  COUNT(*) AS jobs
FROM jobs
GROUP BY role_arn, SPLIT_PART(input_s3_uri, '/', 3), SPLIT_PART(output_s3_uri, '/', 3)
ORDER BY jobs DESC, role_arn, input_bucket, output_bucket;
