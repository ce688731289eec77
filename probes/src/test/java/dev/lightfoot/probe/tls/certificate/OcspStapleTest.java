package dev.lightfoot.probe.tls.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OcspStapleTest {

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.write(tag);
    int length = content.size();
    if (length > 127) {
      value.write(0x82);
      value.write(length >> 8);
    }
    value.write(length);
    value.writeBytes(content.toByteArray());
    return value.toByteArray();
  }

  /// A response in the shape of RFC 6960 with that certificate status.
  private static byte[] response(byte[] status) {
    byte[] single = der(0x30, der(0x30, der(0x04, new byte[20])), status, der(0x18));
    byte[] data = der(0x30, der(0xa2, der(0x04, new byte[20])), der(0x18), der(0x30, single));
    byte[] basic = der(0x30, data, der(0x30), der(0x03, new byte[140]));
    byte[] bytes = der(0x30, der(0x06, new byte[] {43, 6}), der(0x04, basic));
    return der(0x30, der(0x0a, new byte[] {0}), der(0xa0, bytes));
  }

  @Test
  void goodRevokedAndUnknownAreRead() {
    assertThat(OcspStaple.read(response(new byte[] {(byte) 0x80, 0})).status()).isEqualTo("good");
    assertThat(OcspStaple.read(response(der(0xa1, der(0x18)))).status()).isEqualTo("revoked");
    assertThat(OcspStaple.read(response(new byte[] {(byte) 0x82, 0})).status())
        .isEqualTo("unknown");
  }

  @Test
  void anErrorOfTheResponderIsUnreadable() {
    assertThat(OcspStaple.read(der(0x30, der(0x0a, new byte[] {3}))).status())
        .isEqualTo("unreadable");
  }

  @Test
  void damagedBytesNeverThrow() {
    byte[] good = response(new byte[] {(byte) 0x80, 0});
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = Arrays.copyOf(good, random.nextInt(good.length + 1));
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(OcspStaple.read(damaged).status())
          .isIn("good", "revoked", "unknown", "unreadable");
    }
  }
}
