-- Failures by reason and model. Why do jobs fail, and on which models? Covers 90 days; each failure message costs one request.
-- Counts jobs in status Failed, each once. A reason is what messages have in common after locations, ARNs, names and numbers
-- in them were replaced by …: a known kind, or the first 60 characters. 'not told' is a job without a message.
-- Leaves out expired and partly completed jobs.
WITH texts AS (
  SELECT
    model,
    submit_time,
    REGEXP_REPLACE(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          message,
          -- the job's own buckets, which may be any word, with a path
          '(?<![A-Za-z0-9.-])(?:'
            || CONCAT_WS(
              '|',
              '(?!)',
              '\Q' || NULLIF(SPLIT_PART(input_s3_uri, '/', 3), '') || '\E',
              '\Q' || NULLIF(SPLIT_PART(output_s3_uri, '/', 3), '') || '\E')
            || ')(?![A-Za-z0-9-])(?:/[-A-Za-z0-9_./=+@]*)?',
          '…',
          'g'),
        -- what is quoted, as several languages quote; an apostrophe in a word is none
        '"[^"]*"|[“„”][^“”]*[“”]|[‘‚][^‘’]*[‘’]|«[^»]*»|»[^«]*«|‹[^›]*›|「[^」]*」|『[^』]*』|`[^`]*`'
          || '|(?<![\p{IsLatin}\p{IsCyrillic}\p{N}])''[^'']*(?:(?<=\p{L})''(?=\p{L})[^'']*)*''(?![\p{IsLatin}\p{IsCyrillic}\p{N}])'
          -- locations, which end where a text without blanks goes on, and ARNs
          || '|[A-Za-z][A-Za-z0-9]*://(?:[^\s\p{IsHan}\p{IsHiragana}\p{IsKatakana}\p{IsHangul}\p{IsThai}、。，；（）]+'
          || '|[\p{IsHan}\p{IsHiragana}\p{IsKatakana}\p{IsHangul}\p{IsThai}]+(?=[-/._]))+|arn:[\x21-\x7e…]+'
          -- names that are joined by a sign, as those of buckets and files are, and whatever has a digit
          || '|(?<![\p{IsLatin}\p{N}])(?:[A-Za-z0-9]+[-._/:@#=+])+[A-Za-z0-9]+(?!\p{IsLatin})'
          || '|[-+]?[A-Za-z0-9]*[0-9][A-Za-z0-9]*|\p{N}+',
        '…',
        'g'),
      '…(?:[\s\p{P}]*…)+', -- a list of them
      '…',
      'g') AS text
  FROM jobs
  WHERE status = 'Failed' AND submit_time >= CURRENT_TIMESTAMP - INTERVAL '90' DAY
),
failures AS (
  SELECT
    model,
    submit_time,
    CASE
      WHEN text IS NULL THEN 'not told'
      WHEN text LIKE '%ermission%' OR text LIKE '%denied%' THEN 'access'
      WHEN text LIKE '%ciphertext%' OR text LIKE '%Kms%' THEN 'encryption key'
      WHEN text LIKE '%minimum%records%' OR text LIKE '%number of records%' THEN 'number of records'
      WHEN text LIKE '%recordId%' OR text LIKE '%nput validation%' OR text LIKE '%malformed%' THEN 'input'
      WHEN text LIKE '%end of life%' THEN 'model retired'
      WHEN text LIKE '%nternal error%' THEN 'service'
      ELSE SUBSTRING(text FROM 1 FOR 60)
    END AS reason
  FROM texts
)
SELECT reason, model, COUNT(*) AS jobs, MAX(submit_time) AS latest
FROM failures
GROUP BY reason, model
ORDER BY jobs DESC, reason, model;
