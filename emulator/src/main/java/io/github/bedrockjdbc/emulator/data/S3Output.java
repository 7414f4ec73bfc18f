package io.github.bedrockjdbc.emulator.data;

import io.github.bedrockjdbc.emulator.json.Members;
import java.util.Map;

/**
 * Where a job writes; a null component is a field that the answer leaves out.
 *
 * @param uri {@code s3Uri}
 * @param kmsKeyId {@code s3EncryptionKeyId}
 * @param bucketOwner an account id
 */
public record S3Output(String uri, String kmsKeyId, String bucketOwner) {
  Map<String, Object> members() {
    return new Members()
        .with("s3Uri", uri)
        .with("s3EncryptionKeyId", kmsKeyId)
        .with("s3BucketOwner", bucketOwner)
        .map();
  }
}
