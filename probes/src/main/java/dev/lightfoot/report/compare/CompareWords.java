package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.MatchedBy;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Parts of a comparison as people name them.
public final class CompareWords {
  private static final double SMALLEST_P = 0.001;

  private CompareWords() {}

  /// With its mark: `▼ faster`.
  public static String verdict(Verdict verdict) {
    return say("compare.verdict." + verdict.label());
  }

  /// Why the two are taken for the same: `hash ignored`.
  public static String matched(MatchedBy by) {
    return say("compare.match." + by.label());
  }

  /// The mark before a request: `=` on both sides, `+` added, `−` removed.
  public static String mark(MatchedBy by) {
    return switch (by) {
      case ADDED -> "+";
      case REMOVED -> "−";
      default -> "=";
    };
  }

  /// Milliseconds with a sign: `+5.0`, `−120.9`, `0.0`.
  public static String signed(long nanos) {
    return signedOfTenths(Numbers.tenths(nanos));
  }

  /// The same from tenths of a millisecond.
  public static String signedOfTenths(long tenths) {
    return (tenths > 0 ? "+" : "") + Numbers.ofTenths(tenths);
  }

  /// The interval of B minus A: `−123.7 to −117.8`.
  public static String interval(Estimate estimate) {
    return say("compare.interval", signed(estimate.lowNanos()), signed(estimate.highNanos()));
  }

  /// From -1 to 1, with a sign: `−1.00`.
  public static String delta(Estimate estimate) {
    double value = estimate.cliffsDelta();
    String text = String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    return text.endsWith("0.00") ? text.substring(1) : text;
  }

  /// `p < 0.001` or `p = 0.031`.
  public static String p(double value) {
    return value < SMALLEST_P
        ? say("compare.p.below")
        : say("compare.p", String.format(Locale.ROOT, "%.3f", value));
  }

  /// What changed about round trips: `51 → 2`; empty where a side does not know.
  public static Optional<String> trips(OptionalLong a, OptionalLong b) {
    return a.isEmpty() || b.isEmpty()
        ? Optional.empty()
        : Optional.of(
            say("compare.trips", Numbers.count(a.getAsLong()), Numbers.count(b.getAsLong())));
  }

  /// Such as `51 → 2 database trips`; empty where they are as many, or not known.
  public static Optional<String> tripsChanged(LayerShift layer) {
    return layer.tripsA().equals(layer.tripsB())
        ? Optional.empty()
        : trips(layer.tripsA(), layer.tripsB())
            .map(change -> say("compare.trips.of", change, layer(layer.layer())));
  }

  /// The event that times are measured from, where it is not the start: `the first byte`.
  public static Optional<String> origin(Origin origin) {
    return switch (origin) {
      case Origin.Start _ -> Optional.empty();
      case Origin.FirstByte _ -> Optional.of(say("compare.origin.first-byte"));
      case Origin.Request(String url) -> Optional.of(say("compare.origin.request", url));
    };
  }

  /// What a part of the difference is: `49 fewer database trips`, `TLS`, a URL, `left over`.
  public static String part(Part part) {
    String name = name(part);
    if (part.trips().isEmpty() || part.trips().getAsLong() == 0) {
      return name;
    }
    long trips = part.trips().getAsLong();
    String more =
        count(trips < 0 ? "compare.part.fewer" : "compare.part.more", Math.abs(trips), name);
    return part.what() == Part.What.LAYER ? more : say("compare.part.with", name, more(trips));
  }

  private static String more(long trips) {
    return count(trips < 0 ? "compare.fewer" : "compare.more", Math.abs(trips));
  }

  private static String name(Part part) {
    return switch (part.what()) {
      case PHASE -> phase(part.name());
      case LAYER -> layer(part.name());
      case EXCHANGE -> part.name();
      case LEFT_OVER -> say("compare.left-over");
    };
  }

  /// What the numbers of an attribution are.
  public static String basis(Attribution.Basis basis) {
    return say("compare.basis." + basis.label());
  }

  /// Such as `Resolver differs: 10.0.0.1:53 in A, system in B.`
  static String difference(Difference difference, String second) {
    return say(
        "compare.differs",
        say("compare.what." + difference.what()),
        known(difference.a()),
        known(difference.b()),
        second);
  }

  /// Such as `resolver`, for a list of what differs.
  public static String differing(Difference difference) {
    String name = say("compare.what." + difference.what());
    boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /// What the verdict of a shift rests on; empty where there is nothing to rest on.
  public static Optional<String> grounds(Shift shift) {
    return shift
        .estimate()
        .map(
            estimate ->
                say(
                    Math.abs(estimate.shiftNanos()) > shift.floorNanos()
                        ? "compare.grounds.beyond"
                        : "compare.grounds.within",
                    p(estimate.p()),
                    delta(estimate),
                    Numbers.percent(Math.round(100 * estimate.probabilityBGreater())),
                    Numbers.duration(shift.floorNanos())));
  }

  private static String known(String value) {
    return value.isEmpty() ? say("compare.unsaid") : value;
  }

  private static String phase(String label) {
    return Arrays.stream(Phase.values())
        .filter(each -> each.label().equals(label))
        .findFirst()
        .map(PhaseNames::of)
        .orElse(label);
  }

  static String layer(Layer layer) {
    return layer(layer.label());
  }

  private static String layer(String label) {
    return label.equals(Layer.APP.label()) ? say("compare.layer.app") : label;
  }
}
