package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogFormat.Stamp;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.text.CancellableInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Reads OTLP as protobuf from files: the body of a request, or the collector's file of records,
/// each after its length in four bytes, whose records may be compressed (zstd) and may be JSON.
public final class OtlpProtobufReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          OtlpProtobuf.FORMAT,
          "OpenTelemetry (OTLP) protobuf",
          Stamp.BOTH,
          1,
          true,
          Optional.empty());

  /// Names that nearly every resource has.
  private static final String[] WORDS = {"service.name", "telemetry.sdk", "host.name"};

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    boolean framed = Records.isFramed(beginning);
    if (!framed && !startsWithMessages(beginning)) {
      return 0;
    }
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    for (String word : WORDS) {
      if (text.contains(word)) {
        return 95;
      }
    }
    return framed ? 85 : 40;
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Delivery delivery = new Delivery(into, OtlpProtobuf.FORMAT);
    BufferedInputStream source =
        new BufferedInputStream(new CancellableInput(in, into::cancelled), 1 << 16);
    try {
      new Records(source, delivery).read();
    } catch (CancellationException e) {
      return;
    }
    delivery.end();
  }

  /// Field 1 with a length, and in it field 1 or 2 with a length that fits into the first.
  private static boolean startsWithMessages(byte[] beginning) {
    if (beginning.length < 4 || beginning[0] != 0x0a) {
      return false;
    }
    WireFormat wire = new WireFormat(beginning, 1, beginning.length - 1);
    try {
      long outer = wire.varint();
      int start = wire.at();
      int field = wire.field();
      if ((field != 1 && field != 2) || wire.type() != WireFormat.BYTES) {
        return false;
      }
      long inner = wire.varint();
      return outer >= 2 && inner >= 0 && inner <= outer - (wire.at() - start);
    } catch (MalformedOtlpException e) {
      return false;
    }
  }
}
