package dev.lightfoot.codec.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.span.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineSourceTest {
  private final List<String> skipped = new ArrayList<>();
  private boolean cancelled;

  private final Reading reading =
      new Reading() {
        @Override
        public void span(Span span) {}

        @Override
        public void skipped(String place, String reason) {
          skipped.add(place + ": " + reason);
        }

        @Override
        public void warning(String sentence) {}

        @Override
        public boolean cancelled() {
          return cancelled;
        }
      };

  @Test
  void linesEndWithOrWithoutACarriageReturn() throws IOException {
    assertThat(lines("a\nb\r\n\r\nc")).containsExactly("1 a", "2 b", "3 ", "4 c");
  }

  @Test
  void aFileThatKnowsOnlyCarriageReturnsHasLinesToo() throws IOException {
    assertThat(lines("a\rb\r")).containsExactly("1 a", "2 b");
  }

  @Test
  void aCarriageReturnWithinALineStays() throws IOException {
    assertThat(lines("a\rb\nc\r")).containsExactly("1 a\rb", "2 c");
  }

  @Test
  void nulAndWhatIsNotUtf8AreBytesLikeAnyOther() throws IOException {
    assertThat(lines("a\0\377b\nc\n")).containsExactly("1 a\0\ufffdb", "2 c");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    assertThat(lines("\357\273\277a\nb")).containsExactly("1 a", "2 b");
  }

  @Test
  void aLineThatIsTooLongIsPassedOverAndSaid() throws IOException {
    int most = LineSource.MAX_LINE;
    String longest = "x".repeat(most);
    assertThat(lines(longest + "\n" + longest + "y\nb\n")).containsExactly("1 " + longest, "3 b");
    assertThat(lines("y".repeat(20 * most) + "\nb\n" + "z".repeat(9 * most)))
        .containsExactly("2 b");
    assertThat(skipped)
        .containsExactly(
            "line 2: The line is longer than 64 KiB.",
            "line 1: The line is longer than 64 KiB.",
            "line 3: The line is longer than 64 KiB.");
  }

  @Test
  void aLineMayComeInPieces() throws IOException {
    InputStream slow =
        new InputStream() {
          private final byte[] text = "one\ntwo\r\nthree".getBytes(ISO_8859_1);
          private int at;

          @Override
          public int read() {
            return at == text.length ? -1 : text[at++];
          }

          @Override
          public int read(byte[] into, int from, int length) {
            if (at == text.length) {
              return -1;
            }
            into[from] = text[at++];
            return 1;
          }
        };
    assertThat(lines(slow)).containsExactly("1 one", "2 two", "3 three");
  }

  @Test
  void cancellingEndsTheLines() throws IOException {
    cancelled = true;
    assertThat(lines("a\nb\n")).isEmpty();
  }

  private List<String> lines(String text) throws IOException {
    return lines(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
  }

  private List<String> lines(InputStream in) throws IOException {
    LineSource source = new LineSource(in, reading);
    List<String> lines = new ArrayList<>();
    while (source.next()) {
      lines.add(source.number() + " " + source.text());
    }
    return lines;
  }
}
