package io.github.bedrockjdbc.adapter.api;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Why a source has no credentials, without what a process printed or a file holds: only texts that
 * are known to be free of secrets are passed on.
 */
final class CredentialFailure {
  private static final int LONGEST_TEXT = 500;

  private CredentialFailure() {}

  static String text(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null) {
        return firstLine(
            refusal.awsErrorDetails().errorCode() + " " + refusal.awsErrorDetails().errorMessage());
      }
    }
    final String text = firstLine(String.valueOf(failure.getMessage()));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && cause.getClass().getPackageName().startsWith("java.")) {
        return text + " (" + cause.getClass().getSimpleName() + ")";
      }
    }
    return text;
  }

  private static String firstLine(String message) {
    final String line = message.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
  }
}
