package dev.lightfoot.codec.otlp;

import com.github.luben.zstd.ZstdInputStream;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.text.TextCache;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A file of OTLP in protobuf, message by message: never more than one in memory.
final class Records {
  /// Longer messages, decompressed, are passed over.
  static final int MAX_MIB = 64;

  private static final int MAX = MAX_MIB << 20;
  private static final int RESOURCE_SPANS = 0x0a;

  private final BufferedInputStream in;
  private final Delivery delivery;
  private final TextCache texts = new TextCache();

  Records(BufferedInputStream in, Delivery delivery) {
    this.in = in;
    this.delivery = delivery;
  }

  /// Whether a file that begins so has records after their lengths.
  static boolean isFramed(byte[] beginning) {
    if (beginning.length < 6) {
      return false;
    }
    long length = length(beginning);
    int first = beginning[4] & 0xff;
    boolean content = first == RESOURCE_SPANS || first == '{' || isZstd(beginning, 4);
    return length > 1 && length <= MAX && content;
  }

  void read() throws IOException {
    in.mark(8);
    byte[] beginning = in.readNBytes(8);
    in.reset();
    if (isFramed(beginning)) {
      framed();
    } else {
      bare();
    }
  }

  private void framed() throws IOException {
    for (long i = 1; ; i++) {
      byte[] prefix = in.readNBytes(4);
      String place = "record " + i;
      long length = prefix.length == 4 ? length(prefix) : 0;
      if (prefix.length < 4) {
        if (prefix.length > 0) {
          delivery.skipped(place, "The file ends within its length.");
        }
        return;
      }
      if (length > MAX) {
        delivery.skipped(place, "It is longer than " + MAX_MIB + " MiB, or its length is damaged.");
        in.skipNBytes(length);
        continue;
      }
      byte[] record = in.readNBytes((int) length);
      if (record.length < length) {
        delivery.skipped(place, "The file ends within it.");
        return;
      }
      record(record, place);
    }
  }

  private void record(byte[] record, String place) {
    try {
      byte[] body = isZstd(record, 0) ? decompress(record) : record;
      if (body.length > 0 && body[0] == '{') {
        OtlpJson.decode(body, 0, body.length, delivery, texts, place + " ");
      } else {
        WireFormat wire = new WireFormat(body, 0, body.length);
        new WireEnvelope(wire, texts, delivery, true).request(place + " ");
      }
    } catch (MalformedOtlpException e) {
      delivery.skipped(place, e.sentence());
    }
  }

  /// The body of one request, or several of them one after the other, which is the same.
  private void bare() throws IOException {
    for (int i = 0; ; i++) {
      int tag = in.read();
      if (tag < 0) {
        return;
      }
      String place = "/resourceSpans/" + i;
      long length = tag == RESOURCE_SPANS ? varint() : -1;
      if (length < 0) {
        delivery.skipped(place, "What follows is not OTLP in protobuf.");
        return;
      }
      if (length > MAX) {
        delivery.skipped(place, "It is longer than " + MAX_MIB + " MiB.");
        in.skipNBytes(length);
        continue;
      }
      byte[] message = in.readNBytes((int) length);
      boolean cut = message.length < length;
      if (cut) {
        delivery.skipped(place, "The file ends within it: its whole spans are read.");
      }
      try {
        WireFormat wire = new WireFormat(message, 0, message.length, cut);
        new WireEnvelope(wire, texts, delivery, true).resourceSpans(place);
      } catch (MalformedOtlpException e) {
        delivery.skipped(place, e.sentence());
      }
    }
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int part = in.read();
      if (part < 0) {
        return -1;
      }
      value |= (long) (part & 0x7f) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    return -1;
  }

  private static byte[] decompress(byte[] record) throws MalformedOtlpException {
    try (InputStream zstd = new ZstdInputStream(new ByteArrayInputStream(record))) {
      byte[] body = zstd.readNBytes(MAX + 1);
      if (body.length > MAX) {
        throw new MalformedOtlpException("It is longer than " + MAX_MIB + " MiB decompressed.");
      }
      return body;
    } catch (MalformedOtlpException e) {
      throw e;
    } catch (IOException e) {
      throw new MalformedOtlpException("It is not valid zstd: " + e.getMessage() + ".");
    }
  }

  private static long length(byte[] prefix) {
    return (prefix[0] & 0xffL) << 24
        | (prefix[1] & 0xff) << 16
        | (prefix[2] & 0xff) << 8
        | (prefix[3] & 0xff);
  }

  private static boolean isZstd(byte[] bytes, int at) {
    return bytes.length >= at + 4
        && (bytes[at] & 0xff) == 0x28
        && (bytes[at + 1] & 0xff) == 0xb5
        && (bytes[at + 2] & 0xff) == 0x2f
        && (bytes[at + 3] & 0xff) == 0xfd;
  }
}
