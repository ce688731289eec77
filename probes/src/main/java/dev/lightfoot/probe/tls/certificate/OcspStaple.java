package dev.lightfoot.probe.tls.certificate;

import dev.lightfoot.probe.tls.certificate.DerReader.MalformedDer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a stapled OCSP response says about one certificate (RFC 6960 section 4.2.1). Reading it
/// verifies nothing; see [StapleJudge].
///
/// @param status `good`, `revoked`, `unknown` or `unreadable`
/// @param thisUpdate when it was known to be so
/// @param nextUpdate until when it may be relied on; empty where the responder does not say
public record OcspStaple(
    String status, Optional<Instant> thisUpdate, Optional<Instant> nextUpdate) {
  static final String GOOD = "good";
  public static final String REVOKED = "revoked";
  static final String UNKNOWN = "unknown";
  static final String UNREADABLE = "unreadable";

  private static final OcspStaple NOTHING =
      new OcspStaple(UNREADABLE, Optional.empty(), Optional.empty());
  private static final DateTimeFormatter GENERALIZED_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);
  private static final int TAGGED_0 = 0xa0;
  private static final int TAGGED_1 = 0xa1;
  private static final int STATUS_GOOD = 0x80;
  private static final int STATUS_REVOKED = 0xa1;
  private static final int STATUS_UNKNOWN = 0x82;

  /// The answer about the first certificate in the response.
  public static OcspStaple read(byte[] response) {
    try {
      DerReader ocsp = new DerReader(response).next(DerReader.SEQUENCE).inside();
      if (!Arrays.equals(ocsp.next(DerReader.ENUMERATED).bytes(), new byte[] {0})) {
        return NOTHING; // the responder itself reports an error
      }
      DerReader responseBytes = ocsp.next(TAGGED_0).inside().next(DerReader.SEQUENCE).inside();
      responseBytes.next(DerReader.OBJECT_IDENTIFIER);
      DerReader basic =
          new DerReader(responseBytes.next(DerReader.OCTET_STRING).bytes())
              .next(DerReader.SEQUENCE)
              .inside();
      return single(basic.next(DerReader.SEQUENCE).inside());
    } catch (MalformedDer e) {
      return NOTHING;
    }
  }

  private static OcspStaple single(DerReader responseData) throws MalformedDer {
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
    String status =
        switch (single.next().tag()) {
          case STATUS_GOOD -> GOOD;
          case STATUS_REVOKED -> REVOKED;
          case STATUS_UNKNOWN -> UNKNOWN;
          default -> UNREADABLE;
        };
    Optional<Instant> from =
        single.more() ? time(single.next(DerReader.GENERALIZED_TIME)) : Optional.empty();
    Optional<Instant> until = Optional.empty();
    if (single.more()) {
      DerReader.Value next = single.next();
      until =
          next.tag() == TAGGED_0
              ? time(next.inside().next(DerReader.GENERALIZED_TIME))
              : Optional.empty();
    }
    return new OcspStaple(status, from, until);
  }

  private static Optional<Instant> time(DerReader.Value value) {
    try {
      return Optional.of(
          LocalDateTime.parse(value.ascii(), GENERALIZED_TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
