package dev.lightfoot.model.connection;

/// One thing that was checked about a server's certificate.
///
/// @param name `chain`, `dates`, `host-name`, `path`, `strength`, `revocation`, `first-flight`,
///   `client-certificate` or `early-data`
/// @param state `passed`, `failed`, `not-checked`, or `warning`: good enough for this client, but
///   not as it should be
/// @param detail one sentence with the facts that decided it
public record TlsCheck(String name, String state, String detail) {
  public static final String PASSED = "passed";
  public static final String FAILED = "failed";
  public static final String WARNING = "warning";
  public static final String NOT_CHECKED = "not-checked";
}
