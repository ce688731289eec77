package dev.lightfoot.report.text;

import dev.lightfoot.report.layout.Chart;
import java.util.List;
import java.util.Optional;

/// One part of a report in the making, in the order in which it is read. The texts are as they
/// came: whoever writes them makes them harmless for where they are shown.
public sealed interface Block {

  /// Begins a section.
  record Title(String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /// A line that begins something.
  record Headed(String text) implements Block {}

  /// One of a list.
  ///
  /// @param mark what stands before it: a dash, a number, a sign
  record Item(String mark, String text) implements Block {}

  /// A pause.
  record Gap() implements Block {}

  record Table(TextTable table) implements Block {}

  /// Lines that are laid out already.
  record Lines(List<String> lines) implements Block {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /// A picture.
  ///
  /// @param chart what is drawn where lines and colours can be
  /// @param lines the same in characters
  /// @param legend of the characters; empty where they need none
  /// @param twin the same as a table, where the report has none beside it anyway
  record Figure(Chart chart, List<String> lines, String legend, Optional<TextTable> twin)
      implements Block {
    public Figure {
      lines = List.copyOf(lines);
    }
  }
}
