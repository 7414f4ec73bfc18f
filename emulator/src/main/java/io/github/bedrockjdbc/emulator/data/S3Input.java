package io.github.bedrockjdbc.emulator.data;

import io.github.bedrockjdbc.emulator.json.Members;
import java.util.Map;

/**
 * Where a job reads; a null component is a field that the answer leaves out.
 *
 * @param uri {@code s3Uri}
 * @param format {@code s3InputFormat}
 * @param bucketOwner an account id
 */
public record S3Input(String uri, String format, String bucketOwner) {
  Map<String, Object> members() {
    return new Members()
        .with("s3Uri", uri)
        .with("s3InputFormat", format)
        .with("s3BucketOwner", bucketOwner)
        .map();
  }
}
