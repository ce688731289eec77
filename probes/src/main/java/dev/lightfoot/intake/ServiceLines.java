package dev.lightfoot.intake;

import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.codec.lines.Newlines;
import dev.lightfoot.intake.wrapped.LineNumbers;
import dev.lightfoot.intake.wrapped.WrappedLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/// The lines of one service on their way to its reader; what comes in several pieces is put
/// together, for each of its two streams.
final class ServiceLines {
  private static final int BLOCK = 64 * 1024;

  private final Pipe pipe;
  private final LineNumbers numbers = new LineNumbers();
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  ServiceLines(Pipe pipe) {
    this.pipe = pipe;
  }

  LineNumbers numbers() {
    return numbers;
  }

  /// @param number of the line in the file
  void add(WrappedLine line, long number) throws Cancelled {
    ByteArrayOutputStream pieces = line.errors() ? errors : out;
    // What is longer than a line may be grows no further: its reader passes it over.
    if (pieces.size() <= LineSource.MAX_LINE) {
      pieces.write(line.text(), 0, line.length());
    }
    if (!line.unfinished()) {
      send(pieces, number);
    }
  }

  private void send(ByteArrayOutputStream pieces, long number) throws Cancelled {
    byte[] text = pieces.toByteArray();
    // A message may hold several lines.
    for (int i = Newlines.count(text, 0, text.length); i >= 0; i--) {
      numbers.add(number);
    }
    block.writeBytes(text);
    block.write('\n');
    pieces.reset();
    if (block.size() >= BLOCK) {
      flush();
    }
  }

  private void flush() throws Cancelled {
    pipe.put(block.toByteArray());
    block.reset();
  }

  /// No more lines.
  ///
  /// @param number of the last
  /// @param failure why, where it is not the end
  void end(Optional<IOException> failure, long number) throws Cancelled {
    for (ByteArrayOutputStream pieces : new ByteArrayOutputStream[] {out, errors}) {
      if (pieces.size() > 0) {
        send(pieces, number);
      }
    }
    flush();
    pipe.end(failure);
  }
}
