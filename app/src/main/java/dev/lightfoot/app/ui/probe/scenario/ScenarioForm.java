package dev.lightfoot.app.ui.probe.scenario;

import dev.lightfoot.analysis.scenario.Arrival;
import dev.lightfoot.analysis.scenario.Link;
import dev.lightfoot.analysis.scenario.LinkText;
import dev.lightfoot.analysis.scenario.Preset;
import dev.lightfoot.analysis.scenario.Scenario;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.scenario.ScenarioWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is written into the sheet, and what follows.
///
/// @param bytes how much, with its unit
/// @param roundTrip of a line of one's own, with its unit; blank for none
/// @param width of that line, with its unit
/// @param handshakes round trips before anything is asked for or sent
/// @param asked whether a request goes out first
record ScenarioForm(String bytes, String roundTrip, String width, int handshakes, boolean asked) {
  /// The talk's: 36 GB over 10 km.
  static final ScenarioForm TALK = new ScenarioForm("36 GB", "", "", 1, false);

  /// The answer, or why there is none.
  ///
  /// @param verdict in one sentence
  /// @param arrivals a row for each way
  /// @param wrong what cannot be read
  record Answer(String verdict, List<Arrival> arrivals, String wrong) {
    Answer {
      arrivals = List.copyOf(arrivals);
    }
  }

  /// Calculated anew.
  Answer answer() {
    OptionalLong size = LinkText.bytes(bytes);
    if (size.isEmpty()) {
      return wrong("scenario.wrong.bytes");
    }
    List<Link> links = new ArrayList<>(Arrays.stream(Preset.values()).map(Preset::link).toList());
    boolean own = !roundTrip.isBlank() || !width.isBlank();
    if (own) {
      OptionalLong trip = LinkText.nanos(roundTrip);
      Optional<OptionalLong> rate = rate();
      if (trip.isEmpty()) {
        return wrong("scenario.wrong.rtt");
      }
      if (rate.isEmpty()) {
        return wrong("scenario.wrong.width");
      }
      links.add(Link.own(trip.getAsLong(), rate.get()));
    }
    List<Arrival> arrivals = new Scenario(size.getAsLong(), handshakes, asked, links).arrivals();
    return new Answer(ScenarioWords.verdict(arrivals), arrivals, "");
  }

  /// The width; empty within where none is written, empty without where it cannot be read.
  private Optional<OptionalLong> rate() {
    if (width.isBlank()) {
      return Optional.of(OptionalLong.empty());
    }
    return Optional.of(LinkText.bytesPerSecond(width)).filter(OptionalLong::isPresent);
  }

  private static Answer wrong(String key) {
    return new Answer("", List.of(), Words.text(key));
  }
}
