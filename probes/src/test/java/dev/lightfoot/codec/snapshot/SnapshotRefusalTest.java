package dev.lightfoot.codec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SnapshotRefusalTest {
  private static final String MINIMAL = Documents.minimal("");

  @Test
  void whatIsNoJsonIsToldWithItsPlace() {
    assertThat(refusal("<!DOCTYPE html>")).startsWith("NOT_JSON At line 1, column ");
  }

  @Test
  void aCutFileIsToldToBeCut() {
    assertThat(refusal(MINIMAL.substring(0, 300)))
        .startsWith("NOT_JSON At line 4, column ")
        .endsWith("the file is cut.");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(refusal("")).isEqualTo("INVALID At the top: an object is expected here.");
  }

  @Test
  void aFileOfAnotherFormatIsToldApart() {
    assertThat(refusal("{\"log\":{\"version\":\"1.2\"}}"))
        .isEqualTo("WRONG_FORMAT The member format is missing: this is not a Lightfoot snapshot.");
  }

  @Test
  void aDocumentOfOursThatIsNoSnapshotIsNamed() {
    assertThat(refusal("{\"format\":\"lightfoot/comparison\",\"version\":1}"))
        .isEqualTo(
            "WRONG_FORMAT It is a comparison that Lightfoot wrote (lightfoot/comparison), not a"
                + " measurement: it has no runs; give the two snapshots that it compares.");
  }

  @Test
  void aNewerVersionAsksForAnUpdate() {
    assertThat(refusal(MINIMAL.replace("\"version\":1", "\"version\":2").replace("[", "{")))
        .isEqualTo(
            "NEWER_VERSION At /version: this snapshot has format version 2, this Lightfoot reads up"
                + " to 1. Update Lightfoot to open it.");
  }

  @Test
  void aFileOfAnotherFormatIsToldApartThoughItHasMembersOfThoseNames() {
    assertThat(refusal("{\"id\":\"1234\",\"takenAt\":\"today\"}"))
        .isEqualTo("WRONG_FORMAT The member format is missing: this is not a Lightfoot snapshot.");
  }

  @Test
  void aCutFileIsToldToBeCutWhateverElseIsWrongWithIt() {
    String odd = MINIMAL.replace("01kas7zzzzabcdefghjkmnpqrs", "odd");
    assertThat(refusal(odd.substring(0, 300))).startsWith("NOT_JSON At line 4, column ");
  }

  @Test
  void textOutsideUtf8IsRefusedInWords() {
    byte[] utf16 = Documents.minimal("\"zz\":1").getBytes(StandardCharsets.UTF_16LE);
    SnapshotFormatException refused =
        catchThrowableOfType(SnapshotFormatException.class, () -> SnapshotCodec.decode(utf16));
    assertThat(refused.getMessage()).endsWith("the text is not in UTF-8.");
  }

  @Test
  void aMissingMemberIsNamed() {
    assertThat(refusal(MINIMAL.replace("\"method\":\"GET\",", "")))
        .isEqualTo("INVALID At /runs/0/exchanges/0: the member method is missing.");
  }

  @Test
  void aMemberOfTheWrongKindIsNamed() {
    assertThat(refusal(MINIMAL.replace("\"startNanos\":0", "\"startNanos\":\"0\"")))
        .isEqualTo("INVALID At /runs/0/exchanges/0/startNanos: a number is expected here.");
  }

  @Test
  void anIdThatCouldLeaveTheFolderIsRefused() {
    assertThat(refusal(MINIMAL.replace("01kas7zzzzabcdefghjkmnpqrs", "../../../etc/passwd")))
        .isEqualTo("INVALID At /id: 26 characters of lower-case base32 are expected.");
  }

  @Test
  void limitsHold() {
    List<String> members =
        List.of(
            "\"x\":" + Documents.array(80),
            "\"x\":" + "1".repeat(65),
            "\"" + "n".repeat(5_000) + "\":1",
            "\"gapNanos\":999999999999999999",
            "\"gapNanos\":1e999999999",
            "\"gapNanos\":0.5",
            "\"initiator\":{}",
            "\"initiator\":{\"type\":\"css\",\"exchange\":-1}",
            "\"initiator\":{\"type\":\"css\",\"line\":0}",
            "\"initiator\":[]",
            "\"x\":1,\"x\":2");
    assertThat(members)
        .allSatisfy(each -> assertThat(refusal(Documents.minimal(each))).isNotEmpty());
  }

  @Test
  void nothingMayFollowTheChecksum() {
    String text = new String(SnapshotCodec.encode(SnapshotCodecTest.full()), UTF_8);
    assertThat(refusal(text.replace("\"}\n", "\",\"x\":1}\n")))
        .isEqualTo("INVALID At /x: checksum must be the last member.");
  }

  @Test
  void aStoredFileNeedsItsChecksum() {
    SnapshotFormatException refused =
        catchThrowableOfType(
            SnapshotFormatException.class,
            () -> SnapshotCodec.decodeStored(MINIMAL.getBytes(UTF_8)));
    assertThat(refused.reason()).isEqualTo(Reason.CHECKSUM);
  }

  @Test
  void anyFlippedBitIsNoticed() {
    byte[] good = SnapshotCodec.encode(SnapshotCodecTest.full());
    Random random = new Random(11);
    for (int i = 0; i < 400; i++) {
      byte[] bad = good.clone();
      int at = random.nextInt(bad.length - 1);
      bad[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(refuses(bad)).as("bit at %s", at).isTrue();
    }
  }

  @Test
  void anyCutIsNoticed() {
    byte[] good = SnapshotCodec.encode(SnapshotCodecTest.full());
    Random random = new Random(12);
    for (int i = 0; i < 200; i++) {
      byte[] cut = Arrays.copyOf(good, random.nextInt(good.length - 2));
      assertThat(refuses(cut)).as("cut at %s", cut.length).isTrue();
    }
  }

  @Test
  void rubbishOfAnyKindIsRefusedAndNothingElseHappens() {
    byte[] good = MINIMAL.getBytes(UTF_8);
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      byte[] bad = good.clone();
      for (int j = 0; j < 3; j++) {
        bad[random.nextInt(bad.length)] = (byte) "{}[]\",:0e-\\u\u0000 ".charAt(random.nextInt(14));
      }
      refuses(bad);
    }
  }

  private static boolean refuses(byte[] bytes) {
    try {
      Snapshot _ = SnapshotCodec.decodeStored(bytes);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static String refusal(String text) {
    SnapshotFormatException refused =
        catchThrowableOfType(
            SnapshotFormatException.class, () -> SnapshotCodec.decode(text.getBytes(UTF_8)));
    return refused.reason() + " " + refused.getMessage();
  }
}
