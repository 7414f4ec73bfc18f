package io.github.bedrockjdbc.emulator.behavior;

/** What S3 says where a bucket of another region is asked for. */
public enum Elsewhere {
  /** 301 {@code PermanentRedirect}. */
  PERMANENT_REDIRECT,
  /** 307 {@code TemporaryRedirect}, with a {@code Location}, as for a bucket that is new. */
  TEMPORARY_REDIRECT,
  /** 400 {@code AuthorizationHeaderMalformed}, with the region that the signature should name. */
  WRONG_SIGNATURE;
}
