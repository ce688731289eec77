package dev.lightfoot.report.html;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark;
import dev.lightfoot.report.svg.Markup;
import dev.lightfoot.report.svg.SvgWriter;
import dev.lightfoot.report.words.PhaseNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A square of the colour and texture that a phase or layer has in the charts, for the row of a
/// table that begins with its name.
final class Swatches {
  private static final double SIDE = 13;
  private static final Map<String, Ink> INKS = inks();

  private Swatches() {}

  private static Map<String, Ink> inks() {
    Map<String, Ink> inks = new HashMap<>();
    for (Layer layer : Layer.values()) {
      inks.put(PhaseNames.of(layer), Ink.of(layer));
    }
    for (Phase phase : Phase.values()) {
      inks.put(PhaseNames.of(phase), Ink.of(phase));
    }
    return inks;
  }

  /// @param name as tables write it, such as `TLS 1.3`
  static Optional<String> of(String name) {
    String known = name.startsWith("TLS ") ? PhaseNames.of(Phase.TLS) : name;
    return Optional.ofNullable(INKS.get(known)).map(Swatches::square);
  }

  private static String square(Ink ink) {
    Mark bar = new Mark.Bar(ink, 0, 0, SIDE, SIDE);
    Markup out = new Markup();
    SvgWriter.inline(new Drawing("", SIDE, SIDE, List.of(bar), List.of()), out);
    return out.toString().replaceFirst("<svg ", "<svg class=\"swatch\" ");
  }
}
