package dev.lightfoot.probe.http.wire;

import java.io.IOException;

/// A peer sent more header bytes or lines than [ResponseLimits] allow.
final class HeadersTooLarge extends IOException {
  private static final long serialVersionUID = 1;

  HeadersTooLarge(String message) {
    super(message);
  }
}
