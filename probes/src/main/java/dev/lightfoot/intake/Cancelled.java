package dev.lightfoot.intake;

import java.io.IOException;
import java.io.Serial;

/// The person wants no more.
final class Cancelled extends IOException {
  @Serial private static final long serialVersionUID = 1;
}
