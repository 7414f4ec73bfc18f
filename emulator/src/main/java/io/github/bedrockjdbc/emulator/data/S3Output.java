package io.github.bedrockjdbc.emulator.data;

/**
 * Where a job writes; a null component is a field that the answer leaves out.
 *
 * @param uri {@code s3Uri}
 * @param kmsKeyId {@code s3EncryptionKeyId}
 * @param bucketOwner an account id
 */
public record S3Output(String uri, String kmsKeyId, String bucketOwner) {}
