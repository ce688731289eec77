package dev.lightfoot.model;

/// One thing that was checked about a server's certificate.
///
/// @param name `dates`, `host-name`, `path` or `revocation`
/// @param state `passed`, `failed` or `not-checked`
/// @param detail one sentence with the facts that decided it
public record TlsCheck(String name, String state, String detail) {
  public static final String PASSED = "passed";
  public static final String FAILED = "failed";
  public static final String NOT_CHECKED = "not-checked";
}
