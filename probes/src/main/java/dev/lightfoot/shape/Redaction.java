package dev.lightfoot.shape;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.span.Attributes;

/// Takes secrets out of values. A [Shape] leads it to every value that is not declared harmless.
public interface Redaction {
  /// The text without what that sensitivity forbids; of undeclared text nothing stays.
  String text(Sensitivity sensitivity, String value);

  /// The header line without its secret.
  Header header(Header line);

  /// The attributes without their secrets.
  Attributes attributes(Attributes attributes);
}
