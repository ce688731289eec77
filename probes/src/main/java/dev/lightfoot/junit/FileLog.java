package dev.lightfoot.junit;

import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.span.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A file that servers append to, read from where it ended when the test began.
final class FileLog implements SpanLog {
  private final Path file;
  private long start;

  FileLog(Path file) {
    this.file = file;
  }

  @Override
  public void begin() throws IOException {
    start = size();
  }

  private long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  @Override
  public List<Span> spans() throws IOException {
    byte[] added = added();
    if (added.length == 0) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    IntakeListener listener = spans::add;
    List<FileReading> read =
        new Intake()
            .read(
                List.of(new Source.Stream(file.toString(), new ByteArrayInputStream(added))),
                IntakeSettings.NONE,
                listener);
    Optional<String> failure = read.stream().flatMap(each -> each.failure().stream()).findFirst();
    if (failure.isPresent()) {
      throw new IOException(file + ": " + failure.get());
    }
    return spans;
  }

  /// Whole lines only: the last may still be being written. A file that is shorter than it was has
  /// been begun anew.
  private byte[] added() throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(channel.size() < start ? 0 : start);
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      return Arrays.copyOf(bytes, end);
    }
  }

  @Override
  public void close() {}
}
