package dev.lightfoot.probe.tls;

/// Names of the cipher suites that a server may choose, offered or not (IANA TLS Cipher Suites
/// registry): a handshake that breaks off leaves no session to name its suite.
final class CipherSuites {
  private CipherSuites() {}

  /// The suite's IANA name; its number where it is a rare one.
  static String name(int number) {
    String offered = modern(number);
    return offered.isEmpty() ? old(number) : offered;
  }

  private static String modern(int number) {
    return switch (number) {
      case 0x1301 -> "TLS_AES_128_GCM_SHA256";
      case 0x1302 -> "TLS_AES_256_GCM_SHA384";
      case 0x1303 -> "TLS_CHACHA20_POLY1305_SHA256";
      case 0x1304 -> "TLS_AES_128_CCM_SHA256";
      case 0x1305 -> "TLS_AES_128_CCM_8_SHA256";
      case 0x0032 -> "TLS_DHE_DSS_WITH_AES_128_CBC_SHA";
      case 0x0033 -> "TLS_DHE_RSA_WITH_AES_128_CBC_SHA";
      case 0x0038 -> "TLS_DHE_DSS_WITH_AES_256_CBC_SHA";
      case 0x0039 -> "TLS_DHE_RSA_WITH_AES_256_CBC_SHA";
      case 0x0040 -> "TLS_DHE_DSS_WITH_AES_128_CBC_SHA256";
      case 0x0041 -> "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA";
      case 0x0045 -> "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA";
      case 0x0067 -> "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256";
      case 0x006a -> "TLS_DHE_DSS_WITH_AES_256_CBC_SHA256";
      case 0x006b -> "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256";
      case 0x0084 -> "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA";
      case 0x0088 -> "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA";
      case 0x009e -> "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";
      case 0x009f -> "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384";
      case 0x00a2 -> "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256";
      case 0x00a3 -> "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384";
      case 0xc004 -> "TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA";
      case 0xc005 -> "TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA";
      case 0xc008 -> "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA";
      case 0xc009 -> "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA";
      case 0xc00a -> "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA";
      case 0xc00e -> "TLS_ECDH_RSA_WITH_AES_128_CBC_SHA";
      case 0xc00f -> "TLS_ECDH_RSA_WITH_AES_256_CBC_SHA";
      case 0xc013 -> "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
      case 0xc014 -> "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA";
      case 0xc023 -> "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256";
      case 0xc024 -> "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384";
      case 0xc025 -> "TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256";
      case 0xc026 -> "TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384";
      case 0xc027 -> "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256";
      case 0xc028 -> "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384";
      case 0xc029 -> "TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256";
      case 0xc02a -> "TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384";
      case 0xc02b -> "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
      case 0xc02c -> "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
      case 0xc02d -> "TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256";
      case 0xc02e -> "TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384";
      case 0xc02f -> "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
      case 0xc030 -> "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
      case 0xc031 -> "TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256";
      case 0xc032 -> "TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384";
      case 0xc09c -> "TLS_RSA_WITH_AES_128_CCM";
      case 0xc09d -> "TLS_RSA_WITH_AES_256_CCM";
      case 0xc09e -> "TLS_DHE_RSA_WITH_AES_128_CCM";
      case 0xc09f -> "TLS_DHE_RSA_WITH_AES_256_CCM";
      case 0xc0ac -> "TLS_ECDHE_ECDSA_WITH_AES_128_CCM";
      case 0xc0ad -> "TLS_ECDHE_ECDSA_WITH_AES_256_CCM";
      case 0xc0ae -> "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8";
      case 0xc0af -> "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8";
      case 0xcca8 -> "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
      case 0xcca9 -> "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256";
      case 0xccaa -> "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
      default -> "";
    };
  }

  private static String old(int number) {
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
