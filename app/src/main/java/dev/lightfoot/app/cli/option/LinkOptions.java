package dev.lightfoot.app.cli.option;

import dev.lightfoot.analysis.distance.Medium;
import dev.lightfoot.analysis.distance.Place;
import dev.lightfoot.analysis.distance.PlaceAnswer;
import dev.lightfoot.analysis.distance.Places;
import dev.lightfoot.analysis.scenario.Link;
import dev.lightfoot.analysis.scenario.LinkText;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.report.words.PlaceWords;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a line of one's own in a scenario.
public final class LinkOptions {
  @Option(
      names = "--rtt",
      paramLabel = "TIME",
      description = "Your line's round trip, such as 40 ms.")
  private @Nullable String rtt;

  @Option(
      names = "--distance",
      paramLabel = "KM",
      description = "Its length instead, such as 10 km: the round trip is that of light.")
  private @Nullable String distance;

  @Option(
      names = "--between",
      arity = "2",
      paramLabel = "PLACE",
      description = "Its two ends instead, such as --between Zürich SYD.")
  private String @Nullable [] between;

  @Option(
      names = "--medium",
      paramLabel = "vacuum|fibre|copper",
      description = "What light goes through; ${DEFAULT-VALUE} by default.")
  private String medium = "fibre";

  @Option(
      names = "--bandwidth",
      paramLabel = "RATE",
      description = "Its width, such as 1 MB/s or 100 Mbit/s; without it all comes at once.")
  private @Nullable String bandwidth;

  @Option(
      names = "--window",
      paramLabel = "SIZE",
      description = "The most that may be on its way, such as 64 KiB; no limit by default.")
  private @Nullable String window;

  @Option(
      names = "--no-slow-start",
      description = "Send as much as fits from the first round trip on.")
  private boolean atOnce;

  /// Whether any of them was given.
  public boolean given() {
    return Stream.of(rtt, distance, bandwidth, window).anyMatch(each -> each != null)
        || between != null
        || atOnce;
  }

  /// The line.
  public Link link() throws Refusal {
    OptionalDouble kilometres = kilometres();
    return new Link("own", roundTrip(kilometres), rate(), !atOnce, mostBytes(), kilometres);
  }

  private long roundTrip(OptionalDouble kilometres) throws Refusal {
    if (rtt != null) {
      if (kilometres.isPresent()) {
        throw new Refusal("Give one of --rtt, --distance and --between.");
      }
      return LinkText.nanos(rtt)
          .orElseThrow(() -> new Refusal("--rtt takes a time, such as 40 ms or 20 min."));
    }
    double length =
        kilometres.orElseThrow(
            () -> new Refusal("How long is your line? Give --rtt, --distance or --between."));
    return through().roundTripNanos(length);
  }

  private OptionalDouble kilometres() throws Refusal {
    if (distance != null && between != null) {
      throw new Refusal("Give one of --rtt, --distance and --between.");
    }
    if (between != null) {
      return OptionalDouble.of(place(between[0]).kilometresTo(place(between[1])));
    }
    if (distance == null) {
      return OptionalDouble.empty();
    }
    OptionalDouble length = LinkText.kilometres(distance);
    if (length.isEmpty()) {
      throw new Refusal("--distance takes a length, such as 10 km.");
    }
    return length;
  }

  private static Place place(String written) throws Refusal {
    PlaceAnswer answer = Places.known().find(written);
    return answer
        .found()
        .orElseThrow(
            () -> new Refusal("--between: " + PlaceWords.refusal(written, answer).orElse(written)));
  }

  private Medium through() throws Refusal {
    return Arrays.stream(Medium.values())
        .filter(each -> each.label().equals(medium))
        .findFirst()
        .orElseThrow(() -> new Refusal("--medium takes vacuum, fibre or copper."));
  }

  private OptionalLong rate() throws Refusal {
    if (bandwidth == null) {
      return OptionalLong.empty();
    }
    OptionalLong rate = LinkText.bytesPerSecond(bandwidth);
    if (rate.isEmpty()) {
      throw new Refusal("--bandwidth takes a rate, such as 1 MB/s or 100 Mbit/s.");
    }
    return rate;
  }

  private OptionalLong mostBytes() throws Refusal {
    if (window == null) {
      return OptionalLong.empty();
    }
    OptionalLong most = LinkText.bytes(window);
    if (most.isEmpty()) {
      throw new Refusal("--window takes a size, such as 64 KiB.");
    }
    return most;
  }
}
