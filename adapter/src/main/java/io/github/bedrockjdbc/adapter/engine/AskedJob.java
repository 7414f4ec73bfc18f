package io.github.bedrockjdbc.adapter.engine;

/**
 * What is known of a job is known to who asked for it.
 *
 * @param asker in whose name it was asked for
 */
public record AskedJob(String arn, long asker) {}
