package dev.lightfoot.shape;

import java.io.Serial;

/// A record cannot be made because a member that it needs was not read.
public final class Missing extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String member;

  Missing(String member) {
    super("the member " + member + " is missing");
    this.member = member;
  }

  /// The name of the member.
  public String member() {
    return member;
  }
}
