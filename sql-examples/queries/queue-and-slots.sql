-- Queue and slots. How many jobs hold or wait for a slot, per model and region?
-- Slots are limited per account, region and model; Service Quotas has your limits. A job that is
-- stopping may still hold one. Leaves out models without unfinished jobs.
SELECT
  account_id,
  region,
  model,
  COUNT(*) FILTER (WHERE status IN ('InProgress', 'Stopping')) AS in_progress,
  COUNT(*) FILTER (WHERE status NOT IN ('InProgress', 'Stopping')) AS waiting,
  MIN(submit_time) FILTER (WHERE status NOT IN ('InProgress', 'Stopping')) AS waiting_since,
  SUM(total_records - processed_records) AS records_left
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')
GROUP BY account_id, region, model
ORDER BY waiting DESC, in_progress DESC, account_id, region, model;
