package dev.lightfoot.probe.tls;

/// TLS alerts in words (RFC 8446 section 6, RFC 5246 section 7.2, and the IANA registry).
final class Alerts {
  private Alerts() {}

  /// An alert's name and what it means, to end a sentence with.
  ///
  /// @param name as the TLS library writes it, such as `handshake_failure`
  static String words(String name) {
    String meaning = meaning(name);
    return "the TLS alert " + name + (meaning.isEmpty() ? "" : ": " + meaning);
  }

  private static String meaning(String name) {
    return switch (name) {
      case "unexpected_message" -> "a message came that it did not expect";
      case "bad_record_mac", "decryption_failed", "decryption_failed_reserved", "decrypt_error" ->
          "what it received does not decrypt or verify";
      case "record_overflow" -> "a record was too long for it";
      case "decompression_failure", "decompression_failure_reserved" ->
          "what it received could not be decompressed";
      case "handshake_failure" -> "it found no cipher suite, group or signature in common";
      case "insufficient_security" -> "it demands stronger cipher suites than were offered";
      case "no_certificate", "no_certificate_reserved", "certificate_required" ->
          "it demands a client certificate";
      case "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown" ->
          "it does not accept the client's certificate, or requires one";
      case "unknown_ca" -> "it does not trust the issuer of the client's certificate";
      case "access_denied" -> "it refuses access";
      case "illegal_parameter", "decode_error" -> "it could not make sense of what it received";
      case "export_restriction", "export_restriction_reserved" -> "export rules forbid it";
      case "internal_error" -> "it had an internal error";
      case "inappropriate_fallback" -> "it takes this for a forced downgrade";
      case "user_canceled" -> "it was cancelled";
      case "no_renegotiation" -> "it does not renegotiate";
      case "missing_extension", "unsupported_extension" ->
          "an extension is missing or not acceptable";
      case "certificate_unobtainable",
          "bad_certificate_status_response",
          "bad_certificate_hash_value" ->
          "a certificate or its status could not be obtained";
      case "unrecognized_name" -> "it serves no host of this name (SNI)";
      case "unknown_psk_identity" -> "it does not know the session that was offered";
      case "no_application_protocol" -> "it speaks neither h2 nor http/1.1 (ALPN)";
      default -> "";
    };
  }
}
