-- Queue and slots. How many jobs hold or wait for a slot, per account, region and model?
-- Slots are limited per account, region and model; Service Quotas has your limits. A job that is stopping may still
-- hold one. The three counts add up to the jobs that have not ended. records_left is that of the jobs in
-- progress: the service counts the records of a job when it processes them.
-- Leaves out models without unfinished jobs, and jobs in a status that the driver does not know.
SELECT
  account_id,
  region,
  model,
  COUNT(*) FILTER (WHERE status = 'InProgress') AS in_progress,
  COUNT(*) FILTER (WHERE status = 'Stopping') AS stopping,
  COUNT(*) FILTER (WHERE status IN ('Submitted', 'Validating', 'Scheduled')) AS waiting,
  MIN(submit_time) FILTER (WHERE status IN ('Submitted', 'Validating', 'Scheduled')) AS waiting_since,
  SUM(total_records - processed_records) FILTER (WHERE status = 'InProgress') AS records_left
FROM jobs
WHERE status IN ('Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping')
GROUP BY account_id, region, model
ORDER BY waiting DESC, in_progress DESC, account_id, region, model;
