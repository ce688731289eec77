package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.model.CertificateFacts;
import dev.lightfoot.model.Der;
import dev.lightfoot.model.TlsCheck;
import dev.lightfoot.model.TlsFacts;
import java.time.Instant;
import java.util.Map;

/// Reads what a TLS handshake settled and showed.
final class TlsReader {
  private static final Value<String> TEXT = JsonSource::string;
  private static final Value<Long> NUMBER = JsonSource::integer;
  private static final Value<Boolean> FLAG = JsonSource::bool;

  private static final Map<String, Value<?>> TLS =
      Map.ofEntries(
          Map.entry("version", TEXT),
          Map.entry("cipherSuite", TEXT),
          Map.entry("group", TEXT),
          Map.entry("alpn", TEXT),
          Map.entry("resumed", FLAG),
          Map.entry("offeredSession", FLAG),
          Map.entry("helloRetryRequest", FLAG),
          Map.entry("serverHelloNanos", NUMBER),
          Map.entry("handshakeBytesIn", NUMBER),
          Map.entry("handshakeBytesOut", NUMBER),
          Map.entry("stapledOcsp", TEXT),
          Map.entry("chain", in -> in.array(TlsReader::certificate)),
          Map.entry("verdict", TEXT),
          Map.entry("checks", in -> in.array(TlsReader::check)));

  private static final Map<String, Value<?>> CERTIFICATE =
      Map.ofEntries(
          Map.entry("subject", TEXT),
          Map.entry("issuer", TEXT),
          Map.entry("names", in -> in.array(TEXT)),
          Map.entry("notBefore", TEXT),
          Map.entry("notAfter", TEXT),
          Map.entry("key", TEXT),
          Map.entry("signature", TEXT),
          Map.entry("serial", TEXT),
          Map.entry("ocspResponders", in -> in.array(TEXT)),
          Map.entry("bytes", JsonSource::skip),
          Map.entry("der", TEXT));

  private static final Map<String, Value<?>> CHECK =
      Map.of("name", TEXT, "state", TEXT, "detail", TEXT);

  private TlsReader() {}

  static TlsFacts read(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(TLS);
    return new TlsFacts(
        members.optionalText("version"),
        members.optionalText("cipherSuite"),
        members.optionalText("group"),
        members.optionalText("alpn"),
        members.flag("resumed"),
        members.flag("offeredSession"),
        members.flag("helloRetryRequest"),
        members.optionalNanos("serverHelloNanos"),
        members.number("handshakeBytesIn", 0),
        members.number("handshakeBytesOut", 0),
        members.optionalText("stapledOcsp"),
        members.list("chain", CertificateFacts.class),
        members.optionalText("verdict"),
        members.list("checks", TlsCheck.class));
  }

  private static CertificateFacts certificate(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(CERTIFICATE);
    return new CertificateFacts(
        members.text("subject"),
        members.text("issuer"),
        members.list("names", String.class),
        members.time("notBefore", Instant::parse),
        members.time("notAfter", Instant::parse),
        members.optionalText("key").orElse(""),
        members.optionalText("signature").orElse(""),
        members.optionalText("serial").orElse(""),
        members.list("ocspResponders", String.class),
        der(members));
  }

  private static Der der(Members members) throws SnapshotFormatException {
    try {
      return Der.ofBase64(members.optionalText("der").orElse(""));
    } catch (IllegalArgumentException e) {
      throw members.invalid("der", "base64 is expected");
    }
  }

  private static TlsCheck check(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(CHECK);
    return new TlsCheck(
        members.text("name"), members.text("state"), members.optionalText("detail").orElse(""));
  }
}
