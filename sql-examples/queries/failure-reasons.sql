-- What do jobs fail of? Messages that begin alike count as one reason.
SELECT COUNT(*) AS jobs, MAX(submit_time) AS latest, MIN(message) AS example
FROM jobs
WHERE status = 'Failed'
GROUP BY SUBSTRING(message FROM 1 FOR 20)
ORDER BY jobs DESC, example;
