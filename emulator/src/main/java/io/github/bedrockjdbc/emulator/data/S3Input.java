package io.github.bedrockjdbc.emulator.data;

/**
 * Where a job reads; a null component is a field that the answer leaves out.
 *
 * @param uri {@code s3Uri}
 * @param format {@code s3InputFormat}
 * @param bucketOwner an account id
 */
public record S3Input(String uri, String format, String bucketOwner) {}
