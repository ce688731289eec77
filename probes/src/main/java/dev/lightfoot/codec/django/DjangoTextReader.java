package dev.lightfoot.codec.django;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Django's log as text, with or without a formatter's prefix: queries of `django.db.backends`,
/// requests of `django.request` and `django.server`.
public final class DjangoTextReader implements LogReader {
  private static final long MILLI = 1_000_000;
  private static final LogFormat FORMAT =
      new LogFormat(
          "django",
          "Django log",
          LogFormat.Stamp.END,
          MILLI,
          false,
          Optional.of(
              "a formatter with %(asctime)s %(process)d %(thread)d %(name)s %(message)s for the"
                  + " logger django.db.backends at level DEBUG"));
  private static final int LINES = 100;
  private static final int NAMED = 92;
  private static final int QUERY = 85;
  private static final int REQUEST = 70;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    if (text.stripLeading().startsWith("{")) {
      return 0;
    }
    return text.lines().limit(LINES).mapToInt(DjangoTextReader::certainty).max().orElse(0);
  }

  private static int certainty(String line) {
    boolean query = QueryLine.in(line).isPresent() && QueryLine.endsIn(line);
    if (query) {
      return line.contains("django.db.backends") ? NAMED : QUERY;
    }
    boolean runserver = line.startsWith("[") && RequestLine.ofServer(line).isPresent();
    boolean timed = runserver && RunserverTime.find(line).isPresent();
    return timed || line.contains(" django.request ") ? REQUEST : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    DjangoSpans spans = new DjangoSpans(FORMAT.name(), into);
    DjangoEntries entries = new DjangoEntries(settings, into, spans);
    LineSource lines = new LineSource(in, into);
    while (lines.next()) {
      entries.line(lines.text(), lines.place());
    }
    entries.end();
    spans.end();
  }
}
