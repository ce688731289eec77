package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads access logs of one format: a line becomes a span of kind SERVER, what it knows of the
/// servers behind becomes its children.
public final class AccessLogReader implements LogReader {
  private final AccessLogFormat format;

  private AccessLogReader(AccessLogFormat format) {
    this.format = format;
  }

  /// One for each format, by its name.
  public static List<LogReader> all() {
    return AccessLogFormats.ALL.stream().<LogReader>map(AccessLogReader::new).toList();
  }

  /// The one for the format of that name.
  ///
  /// @throws IllegalArgumentException where there is none
  public static LogReader of(String name) {
    return all().stream()
        .filter(reader -> reader.format().name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no access log format " + name + "."));
  }

  @Override
  public LogFormat format() {
    return format.about();
  }

  @Override
  public int recognises(byte[] beginning) {
    return LayoutChoice.sureness(format, beginning);
  }

  @Override
  public String patternMark() {
    return format.syntax().map(FormatSyntax::mark).orElse("");
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return format.linesStandAlone()
        ? Optional.of(new Parts(format, LayoutChoice.lines(format, beginning, settings)))
        : Optional.empty();
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, LayoutChoice.BEGINNING);
    LineFormat lines = LayoutChoice.lines(format, beginning(whole), settings);
    LineLoop.read(
        whole, lines, new EntrySpans(format.about(), format.layer(), settings, into), into);
  }

  /// The first bytes, which stay in the stream.
  private static byte[] beginning(PushbackInputStream in) throws IOException {
    byte[] beginning = in.readNBytes(LayoutChoice.BEGINNING);
    in.unread(beginning);
    return beginning;
  }

  /// Reads parts of one file for one thread; texts and ids are kept from one part to the next.
  private static final class Parts implements LogReader {
    private final AccessLogFormat format;
    private final LineFormat lines;
    private @Nullable EntrySpans spans;
    private @Nullable Reading last;

    Parts(AccessLogFormat format, LineFormat lines) {
      this.format = format;
      this.lines = lines;
    }

    @Override
    public LogFormat format() {
      return format.about();
    }

    @Override
    public int recognises(byte[] beginning) {
      return 0;
    }

    @Override
    public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
      EntrySpans known = spans;
      if (known == null || !into.equals(last)) {
        known = new EntrySpans(format.about(), format.layer(), settings, into);
        spans = known;
        last = into;
      }
      LineLoop.read(in, lines, known, into);
    }
  }
}
