package dev.lightfoot.codec.har;

import dev.lightfoot.model.Header;
import java.util.ArrayList;
import java.util.List;

/// A request or a response as it stands in the file.
final class MessageDraft {
  String url = "";
  String method = "";
  String status = "";
  String version = "";
  String redirect = "";
  final List<Header> headers = new ArrayList<>();
  boolean headersCut;
  long cookieChars;
  long headerSize = -1;
  long bodySize = -1;
  long transferSize = -1;
  long contentSize = -1;
  long compression = Long.MIN_VALUE;
  String mediaType = "";
  final SecurityDraft security = new SecurityDraft();

  /// What it says of the connection's TLS.
  static final class SecurityDraft {
    String protocol = "";
    String cipher = "";
    String group = "";
  }

  long chars() {
    long chars = 0;
    for (Header header : headers) {
      chars += header.name().length() + header.value().length();
    }
    return chars;
  }

  /// The first value of that name; empty where there is none.
  String header(String name) {
    for (Header header : headers) {
      if (header.named(name)) {
        return header.value();
      }
    }
    return "";
  }
}
