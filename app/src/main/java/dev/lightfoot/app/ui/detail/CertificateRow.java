package dev.lightfoot.app.ui.detail;

import dev.lightfoot.model.connection.CertificateFacts;
import java.time.Instant;

/// One certificate.
///
/// @param place from 1, the server's own
/// @param measured when it was seen
record CertificateRow(int place, int of, CertificateFacts facts, Instant measured) {
  boolean expired() {
    return facts.notAfter().isBefore(measured);
  }

  boolean early() {
    return facts.notBefore().isAfter(measured);
  }
}
