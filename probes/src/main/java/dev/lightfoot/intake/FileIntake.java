package dev.lightfoot.intake;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.lines.Newlines;
import dev.lightfoot.intake.wrapped.LineNumbers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads one file: decompresses it, opens it where it is an archive, parts it where it holds the
/// logs of several containers, and gives it to the reader that knows it.
final class FileIntake {
  /// How much of it decides whether it can be read in parts.
  private static final int MORE = 1024 * 1024;

  private final Round round;
  private final FormatChoice choice;
  private final String path;

  FileIntake(Round round, FormatChoice choice, String path) {
    this.round = round;
    this.choice = choice;
    this.path = path;
  }

  List<FileReading> read(Source source) {
    try {
      return switch (source) {
        case Source.Stream(_, InputStream in) -> read(ReadAhead.of(in, round.listener()));
        case Source.Spans spans -> List.of(given(spans));
        case Source.OnDisk(Path file) -> {
          try (InputStream in = Files.newInputStream(file)) {
            boolean regular = Files.isRegularFile(file);
            yield read(regular ? in : ReadAhead.of(in, round.listener()));
          }
        }
      };
    } catch (IOException e) {
      return failed(Optional.empty(), e);
    }
  }

  private FileReading given(Source.Spans spans) {
    Tally tally = new Tally(path, Optional.empty(), round);
    tally.format(spans.format(), Tally.Repeats.IDENTIFIED);
    try {
      spans.supply().give(tally);
    } catch (IOException e) {
      tally.failed(Failures.sentence(e));
    }
    return tally.reading();
  }

  private List<FileReading> read(InputStream raw) throws IOException {
    Metered metered = new Metered(raw, round.listener(), round.done(), round.total());
    Decoding.Decoded decoded = Decoding.of(metered, Decoding.DEPTH);
    InputStream ahead =
        decoded.compressed() ? ReadAhead.of(decoded.in(), round.listener()) : decoded.in();
    try (BufferedInputStream in = new BufferedInputStream(ahead)) {
      return Archive.is(in)
          ? new Archive(in, path, round.listener()).read(this::entry)
          : content(Optional.empty(), in);
    }
  }

  private List<FileReading> entry(String name, InputStream in) {
    try {
      return content(Optional.of(name), Decoding.of(in, Decoding.DEPTH - 1).in());
    } catch (IOException e) {
      return failed(Optional.of(name), e);
    }
  }

  private List<FileReading> content(Optional<String> part, BufferedInputStream in)
      throws IOException {
    Optional<WrappingChoice> wrapping =
        WrappingChoice.of(sample(in, FormatChoice.SAMPLE), choice, round.settings().format());
    if (wrapping.isPresent()) {
      return new Unwrapping(
              wrapping.get(),
              round.listener(),
              in,
              (service, lines, numbers) ->
                  log(service.isPresent() ? service : part, lines, Optional.of(numbers)))
          .read();
    }
    return List.of(log(part, in, Optional.empty()));
  }

  /// @param numbers of the lines in the file, where others of it are read at the same time
  private FileReading log(Optional<String> part, InputStream given, Optional<LineNumbers> numbers) {
    Tally tally = new Tally(path, part, round);
    numbers.ifPresent(tally::lines);
    try {
      BufferedInputStream in = new BufferedInputStream(Metered.stopping(given, round.listener()));
      byte[] beginning = sample(in, FormatChoice.SAMPLE);
      if (beginning.length == 0) {
        tally.warning("The file is empty.");
        return tally.reading();
      }
      Optional<CaptureReader> capture =
          round.settings().format().isEmpty() ? Captures.reader(beginning) : Optional.empty();
      if (capture.isPresent()) {
        tally.failed(pageLoad(capture.get().format()));
        return tally.reading();
      }
      Optional<LogReader> reader = reader(beginning);
      if (reader.isEmpty()) {
        tally.failed(FileReading.UNRECOGNISED);
      } else {
        tally.format(reader.get().format(), repeats(reader.get(), part));
        if (pattern().isPresent() && reader.get().patternMark().isEmpty()) {
          tally.warning("The format string was not used: it is for access logs.");
        }
        boolean large = numbers.isEmpty() && beginning.length == FormatChoice.SAMPLE;
        read(reader.get(), large ? sample(in, MORE) : new byte[0], in, tally);
      }
    } catch (Cancelled e) {
      // What was read until now counts.
    } catch (IOException e) {
      tally.failed(Failures.sentence(e));
    }
    return tally.reading();
  }

  private String pageLoad(CaptureFormat format) {
    return "It is a captured page load ("
        + format.title()
        + "), not a log: lightfoot "
        + path
        + " opens it, lightfoot convert "
        + path
        + " OUT.csv writes its numbers.";
  }

  private Optional<LogReader> reader(byte[] beginning) {
    return round.settings().format().map(choice::named).or(() -> choice.of(beginning, pattern()));
  }

  private Optional<String> pattern() {
    return round.settings().settings().pattern();
  }

  /// @param more of its beginning, by which it is seen whether it can be read in parts
  private void read(LogReader reader, byte[] more, BufferedInputStream in, Tally tally)
      throws IOException {
    ReadSettings settings = round.settings().settings();
    boolean lines = Newlines.find(more, 0, more.length, (byte) '\n') >= 0;
    if (lines && reader.ofParts(more, settings).isPresent()) {
      new Parts(
              () -> reader.ofParts(more, settings).orElseThrow(),
              reader.longestLine(),
              settings,
              tally,
              in)
          .read();
    } else {
      reader.read(in, settings, tally);
    }
  }

  private Tally.Repeats repeats(LogReader reader, Optional<String> part) {
    return reader.identifies()
        ? Tally.Repeats.IDENTIFIED
        : round.several() || part.isPresent() ? Tally.Repeats.POSSIBLE : Tally.Repeats.NONE;
  }

  private List<FileReading> failed(Optional<String> part, IOException e) {
    return e instanceof Cancelled
        ? List.of()
        : List.of(FileReading.failed(path, part, Failures.sentence(e)));
  }

  /// The beginning; where the source fails within it, what comes before.
  static byte[] sample(BufferedInputStream in, int size) throws IOException {
    byte[] beginning = new byte[size];
    int length = 0;
    in.mark(size);
    try {
      for (int count = 0; count >= 0 && length < size; length += Math.max(count, 0)) {
        count = in.read(beginning, length, size - length);
      }
    } catch (Refused e) {
      if (length == 0) {
        throw e;
      }
    }
    in.reset();
    return Arrays.copyOf(beginning, length);
  }
}
