package dev.lightfoot.app.ui.probe.request;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The client certificate that a command of curl names in up to five options, in any order. No file
/// is read.
final class CurlCertificate {
  /// Kinds of files that are recognised by what is in them.
  private static final Set<String> READ = Set.of("PEM", "P12");

  /// How curl is pointed to a certificate or a key in a device.
  private static final String DEVICE = "pkcs11:";

  private Optional<String> file = Optional.empty();
  private String keyFile = "";
  private String password = "";
  private boolean readable = true;

  /// Takes `FILE:PASSWORD`, where a backslash makes the next colon or backslash part of the name.
  void certificate(String value) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    while (at < value.length() && (value.charAt(at) != ':' || isPlain(value, at))) {
      if (value.charAt(at) == '\\'
          && at + 1 < value.length()
          && ":\\".indexOf(value.charAt(at + 1)) >= 0) {
        at++;
      }
      name.append(value.charAt(at++));
    }
    file = Optional.of(name.toString());
    readable &= !isDevice(value);
    if (at + 1 < value.length()) {
      password = value.substring(at + 1);
    }
  }

  /// Whether that colon follows the letter of a drive, or belongs to the address of a device.
  private static boolean isPlain(String value, int at) {
    return isDevice(value)
        || (at == 1
            && Character.isLetter(value.charAt(0))
            && value.length() > 2
            && "\\/".indexOf(value.charAt(2)) >= 0);
  }

  private static boolean isDevice(String value) {
    return value.regionMatches(true, 0, DEVICE, 0, DEVICE.length());
  }

  void key(String value) {
    keyFile = value;
    readable &= !isDevice(value);
  }

  void password(String value) {
    password = value;
  }

  /// Of the certificate or of the key.
  void type(String value) {
    readable &= READ.contains(value.toUpperCase(Locale.ROOT));
  }

  /// Whether a certificate or a key is named that cannot be used.
  boolean isLeftOut() {
    return (file.isPresent() || !keyFile.isEmpty()) && named().isEmpty();
  }

  /// What is named; empty where nothing is, or it cannot be used.
  Optional<NamedCertificate> named() {
    return file.filter(name -> readable && !name.isEmpty())
        .map(name -> NamedCertificate.of(name, keyFile, password));
  }
}
