package dev.lightfoot.analysis.finding;

import dev.lightfoot.model.span.Layer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What stays the same of a finding when times, counts, ids and numbered hosts change.
final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  static String of(Rule rule, FindingSubject subject) {
    String identity =
        String.join(
            "\n",
            rule.label(),
            Twins.alike(subject.service()),
            subject.route(),
            subject.layer().map(Layer::label).orElse(""),
            subject.text());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
