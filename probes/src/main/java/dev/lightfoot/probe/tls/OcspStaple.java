package dev.lightfoot.probe.tls;

import dev.lightfoot.probe.tls.DerReader.MalformedDer;
import java.util.Arrays;

/// The certificate status in a stapled OCSP response (RFC 6960 section 4.2.1). Its signature is not
/// verified: a status other than `good` is a reason to stop, `good` is none to go on.
final class OcspStaple {
  static final String GOOD = "good";
  static final String REVOKED = "revoked";
  static final String UNKNOWN = "unknown";
  static final String UNREADABLE = "unreadable";

  private static final int TAGGED_0 = 0xa0;
  private static final int TAGGED_1 = 0xa1;
  private static final int STATUS_GOOD = 0x80;
  private static final int STATUS_REVOKED = 0xa1;
  private static final int STATUS_UNKNOWN = 0x82;

  private OcspStaple() {}

  /// The status of the first certificate in the response.
  static String status(byte[] response) {
    try {
      DerReader ocsp = new DerReader(response).next(DerReader.SEQUENCE).inside();
      if (!Arrays.equals(ocsp.next(DerReader.ENUMERATED).bytes(), new byte[] {0})) {
        return UNREADABLE; // the responder itself reports an error
      }
      DerReader responseBytes = ocsp.next(TAGGED_0).inside().next(DerReader.SEQUENCE).inside();
      responseBytes.next(DerReader.OBJECT_IDENTIFIER);
      DerReader basic =
          new DerReader(responseBytes.next(DerReader.OCTET_STRING).bytes())
              .next(DerReader.SEQUENCE)
              .inside();
      return singleStatus(basic.next(DerReader.SEQUENCE).inside());
    } catch (MalformedDer e) {
      return UNREADABLE;
    }
  }

  private static String singleStatus(DerReader responseData) throws MalformedDer {
    DerReader.Value value = responseData.next();
    if (value.tag() == TAGGED_0) { // version
      value = responseData.next();
    }
    if (value.tag() != TAGGED_1 && value.tag() != 0xa2) { // responder id, by name or by key
      throw new MalformedDer();
    }
    responseData.next(); // produced at
    DerReader single =
        responseData.next(DerReader.SEQUENCE).inside().next(DerReader.SEQUENCE).inside();
    single.next(DerReader.SEQUENCE); // certificate id
    return switch (single.next().tag()) {
      case STATUS_GOOD -> GOOD;
      case STATUS_REVOKED -> REVOKED;
      case STATUS_UNKNOWN -> UNKNOWN;
      default -> UNREADABLE;
    };
  }
}
