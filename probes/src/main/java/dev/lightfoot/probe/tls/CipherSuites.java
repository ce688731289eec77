package dev.lightfoot.probe.tls;

/// Names of cipher suites that a server may choose although this client did not offer them (IANA
/// TLS Cipher Suites registry). What the Java runtime negotiates, its session names.
final class CipherSuites {
  private CipherSuites() {}

  /// The suite's IANA name, or its number.
  static String name(int number) {
    return switch (number) {
      case 0x0001 -> "TLS_RSA_WITH_NULL_MD5";
      case 0x0002 -> "TLS_RSA_WITH_NULL_SHA";
      case 0x003b -> "TLS_RSA_WITH_NULL_SHA256";
      case 0x0003 -> "TLS_RSA_EXPORT_WITH_RC4_40_MD5";
      case 0x0004 -> "TLS_RSA_WITH_RC4_128_MD5";
      case 0x0005 -> "TLS_RSA_WITH_RC4_128_SHA";
      case 0xc007 -> "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA";
      case 0xc011 -> "TLS_ECDHE_RSA_WITH_RC4_128_SHA";
      case 0x0009 -> "TLS_RSA_WITH_DES_CBC_SHA";
      case 0x000a -> "TLS_RSA_WITH_3DES_EDE_CBC_SHA";
      case 0x0016 -> "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA";
      case 0xc012 -> "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA";
      case 0x0034 -> "TLS_DH_anon_WITH_AES_128_CBC_SHA";
      case 0x002f -> "TLS_RSA_WITH_AES_128_CBC_SHA";
      case 0x0035 -> "TLS_RSA_WITH_AES_256_CBC_SHA";
      case 0x003c -> "TLS_RSA_WITH_AES_128_CBC_SHA256";
      case 0x003d -> "TLS_RSA_WITH_AES_256_CBC_SHA256";
      case 0x009c -> "TLS_RSA_WITH_AES_128_GCM_SHA256";
      case 0x009d -> "TLS_RSA_WITH_AES_256_GCM_SHA384";
      default -> String.format("0x%04x", number);
    };
  }
}
