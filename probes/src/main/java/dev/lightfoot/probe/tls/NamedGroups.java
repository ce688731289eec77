package dev.lightfoot.probe.tls;

/// Names of key exchange groups (IANA "TLS Supported Groups").
final class NamedGroups {
  private NamedGroups() {}

  static String name(int code) {
    return switch (code) {
      case 23 -> "secp256r1";
      case 24 -> "secp384r1";
      case 25 -> "secp521r1";
      case 29 -> "x25519";
      case 30 -> "x448";
      case 256 -> "ffdhe2048";
      case 257 -> "ffdhe3072";
      case 258 -> "ffdhe4096";
      case 259 -> "ffdhe6144";
      case 260 -> "ffdhe8192";
      case 4587 -> "SecP256r1MLKEM768";
      case 4588 -> "X25519MLKEM768";
      case 4589 -> "SecP384r1MLKEM1024";
      default -> "0x" + Integer.toHexString(code);
    };
  }
}
