package dev.lightfoot.intake;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A format for tests: lines such as `get 17`, which happened at 17; the word is the format's name
/// and the line is the id.
record WordReader(String word, boolean identifies) implements LogReader {
  @Override
  public LogFormat format() {
    return new LogFormat(word, word, LogFormat.Stamp.START, 1, true, Optional.empty());
  }

  @Override
  public int recognises(byte[] beginning) {
    return new String(beginning, StandardCharsets.ISO_8859_1).startsWith(word + " ") ? 50 : 0;
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.of(this);
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    LineSource lines = new LineSource(in, into);
    long read = 0;
    while (lines.next()) {
      String[] words = lines.text().split(" ", -1);
      if (words.length == 2 && words[0].equals(word) && words[1].matches("\\d+")) {
        SpanTime time = SpanTime.of(Long.parseLong(words[1]), 1, 1);
        read++;
        into.span(Span.of(words[1], word, Layer.APP, SpanKind.SERVER, time));
      } else {
        into.skipped(lines.place(), "This is no " + word + ".");
      }
    }
    into.warning("{0} words were read.", read);
  }
}
