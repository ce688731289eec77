package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.INSTANT;
import static dev.lightfoot.shape.snapshot.Kinds.INTEGER;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.WORDS;
import static dev.lightfoot.shape.snapshot.Kinds.oneOf;

import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.Der;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Shape;
import java.util.List;
import java.util.Optional;

/// What a TLS handshake settled and showed. A certificate is public, whatever it says.
final class TlsShape {
  private TlsShape() {}

  private static final Kind<Der> DER =
      WORD.parsed(TlsShape::der, Der::base64, "base64 is expected")
          .promise("contentEncoding", "base64");

  private static final Shape<CertificateFacts> CERTIFICATE =
      Shape.of(
          "certificate",
          "One X.509 certificate as the server sent it.",
          members -> {
            var subject = members.required("subject", WORD, CertificateFacts::subject);
            var issuer = members.required("issuer", WORD, CertificateFacts::issuer);
            var names = members.usual("names", WORDS, CertificateFacts::names, List.of());
            var notBefore = members.required("notBefore", INSTANT, CertificateFacts::notBefore);
            var notAfter = members.required("notAfter", INSTANT, CertificateFacts::notAfter);
            var key = members.usual("key", WORD, CertificateFacts::key, "");
            var signature = members.usual("signature", WORD, CertificateFacts::signature, "");
            var serial = members.usual("serial", WORD, CertificateFacts::serial, "");
            var responders =
                members.usual("ocspResponders", WORDS, CertificateFacts::ocspResponders, List.of());
            members
                .required("bytes", INTEGER.promise("minimum", 0), CertificateFacts::bytes)
                .derived()
                .says("Follows from der; ignored when read.");
            var der = members.usual("der", DER, CertificateFacts::der, Der.of(new byte[0]));
            return values ->
                new CertificateFacts(
                    values.get(subject),
                    values.get(issuer),
                    values.get(names),
                    values.get(notBefore),
                    values.get(notAfter),
                    values.get(key),
                    values.get(signature),
                    values.get(serial),
                    values.get(responders),
                    values.get(der));
          });

  private static final Shape<TlsCheck> CHECK =
      Shape.of(
          "check",
          "One thing that was checked about the server's certificate.",
          members -> {
            var name = members.required("name", WORD, TlsCheck::name);
            var state =
                members.required(
                    "state",
                    oneOf(TlsCheck.PASSED, TlsCheck.FAILED, TlsCheck.WARNING, TlsCheck.NOT_CHECKED),
                    TlsCheck::state);
            var detail = members.usual("detail", FREE_TEXT, TlsCheck::detail, "");
            return values -> new TlsCheck(values.get(name), values.get(state), values.get(detail));
          });

  static final Shape<TlsFacts> TLS =
      Shape.of(
          "tls",
          "What the handshake settled and showed.",
          members -> {
            var version = members.orNull("version", WORD, TlsFacts::version);
            var cipherSuite = members.orNull("cipherSuite", WORD, TlsFacts::cipherSuite);
            var group = members.orNull("group", WORD, TlsFacts::group);
            var alpn = members.orNull("alpn", WORD, TlsFacts::alpn);
            var resumed = members.usual("resumed", FLAG, TlsFacts::resumed, false);
            var offered = members.usual("offeredSession", FLAG, TlsFacts::offeredSession, false);
            var retry =
                members.usual("helloRetryRequest", FLAG, TlsFacts::helloRetryRequest, false);
            var serverHello =
                members.longIfAny("serverHelloNanos", NANOS, TlsFacts::serverHelloNanos);
            var bytesIn = members.usual("handshakeBytesIn", COUNT, TlsFacts::handshakeBytesIn, 0L);
            var bytesOut =
                members.usual("handshakeBytesOut", COUNT, TlsFacts::handshakeBytesOut, 0L);
            var stapled = members.ifAny("stapledOcsp", WORD, TlsFacts::stapledOcsp);
            var chain =
                members.usual("chain", CERTIFICATE.part().list(), TlsFacts::chain, List.of());
            var verdict =
                members
                    .orNull("verdict", WORD, TlsFacts::verdict)
                    .says("trusted, or the error type of the failing check.");
            var checks = members.usual("checks", CHECK.part().list(), TlsFacts::checks, List.of());
            return values ->
                new TlsFacts(
                    values.get(version),
                    values.get(cipherSuite),
                    values.get(group),
                    values.get(alpn),
                    values.get(resumed),
                    values.get(offered),
                    values.get(retry),
                    values.get(serverHello),
                    values.get(bytesIn),
                    values.get(bytesOut),
                    values.get(stapled),
                    values.get(chain),
                    values.get(verdict),
                    values.get(checks));
          });

  private static Optional<Der> der(String text) {
    try {
      return Optional.of(Der.ofBase64(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
