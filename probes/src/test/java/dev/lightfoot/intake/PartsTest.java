package dev.lightfoot.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.model.span.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class PartsTest {
  private static final int MANY = 400_000;

  private final List<Long> starts = new ArrayList<>();

  @Test
  void whatPartsTellComesInTheOrderOfTheFile() {
    FileReading reading = read(stream(numbers()), new Starts());
    assertThat(reading.read()).isEqualTo(MANY);
    for (int i = 0; i < MANY; i++) {
      assertThat(starts.get(i)).isEqualTo(i);
    }
    assertThat(reading.warnings()).containsExactly(MANY + " words were read.");
  }

  @Test
  void placesAreLinesOfTheFile() {
    String text = numbers();
    FileReading reading = read(stream(text + "bad\n" + text + "worse"), new Starts());
    assertThat(reading.entries())
        .containsExactly(
            new Skipped("line " + (MANY + 1), "This is no get."),
            new Skipped("line " + (2 * MANY + 2), "This is no get."));
  }

  @Test
  void aLineLongerThanABlockIsSkippedOnce() {
    String longest = "x".repeat(3 * Blocks.SIZE);
    FileReading reading = read(stream(numbers() + longest + "\nget 7\n"), new Starts());
    assertThat(reading.skipped()).isEqualTo(1);
    assertThat(reading.read()).isEqualTo(MANY + 1);
    assertThat(starts.getLast()).isEqualTo(7);
  }

  @Test
  void whatCameBeforeASourceFailedIsKept() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        };
    FileReading reading = read(new SequenceInputStream(stream(numbers()), failing), new Starts());
    assertThat(reading.failure()).contains("It could not be read: the disk is gone.");
    assertThat(reading.read()).isEqualTo(MANY);
  }

  @Test
  void cancellingStopsASourceThatNeverEnds() {
    AtomicBoolean cancelled = new AtomicBoolean();
    byte[] line = "get 1\n".getBytes(UTF_8);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return line[0];
          }

          @Override
          public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length / line.length * line.length; i++) {
              into[from + i] = line[i % line.length];
            }
            return length / line.length * line.length;
          }
        };
    FileReading reading =
        read(
            endless,
            new Starts() {
              @Override
              public void span(Span span) {
                super.span(span);
                cancelled.set(starts.size() >= MANY);
              }

              @Override
              public boolean cancelled() {
                return cancelled.get();
              }
            });
    assertThat(reading.failure()).isEmpty();
    assertThat(reading.read()).isGreaterThanOrEqualTo(MANY);
  }

  @Test
  void cancellingLeavesASourceThatIsSilent() {
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    InputStream silent =
        new InputStream() {
          @Override
          public int read() throws IOException {
            cancelled.set(true);
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return -1;
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        };
    List<FileReading> readings =
        intake()
            .read(
                List.of(new Source.Stream("-", silent)),
                IntakeSettings.NONE,
                new Starts() {
                  @Override
                  public boolean cancelled() {
                    return cancelled.get();
                  }
                });
    assertThat(readings).isEmpty();
    never.countDown();
  }

  /// Notes when each began.
  private class Starts implements IntakeListener {
    @Override
    public void span(Span span) {
      starts.add(span.time().atUnixNanos());
    }
  }

  private static String numbers() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append("get ").append(i).append('\n');
    }
    return text.toString();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static Intake intake() {
    return new Intake(List.of(new WordReader("get", false)));
  }

  private static FileReading read(InputStream in, IntakeListener listener) {
    Source source = new Source.Stream("-", in);
    return intake().read(List.of(source), IntakeSettings.NONE, listener).getFirst();
  }
}
