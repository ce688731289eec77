package dev.lightfoot.codec.budget;

import dev.lightfoot.codec.located.Located;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.model.span.Layer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one limit.
final class LimitReader {
  private static final String TOTAL = "total";
  private static final double HUNDRED = 100;

  /// What every limit may have.
  private static final List<String> COMMON =
      List.of("max", "baseline", "worseBy", "route", "url", "note");

  private final Located at;
  private final Map<String, Located> members;

  LimitReader(Located at) throws LocatedFormatException {
    this.at = at;
    this.members = at.object();
  }

  Limit limit() throws LocatedFormatException {
    Quantity quantity = quantity();
    return new Limit(quantity, narrowing(quantity), allowance(quantity), text("note"), at.line());
  }

  private Quantity quantity() throws LocatedFormatException {
    Located what = members.get("what");
    if (what == null) {
      throw at.wrong("\"what\" is missing: trips, time, bytes, requests or finding.");
    }
    return switch (what.text()) {
      case "trips" -> {
        allow("trips", "layer");
        yield new Quantity.Trips(layer());
      }
      case "time" -> {
        allow("time", "phase", "percentile");
        yield new Quantity.Time(phase(), percentile());
      }
      case "bytes" -> {
        allow("bytes");
        yield new Quantity.Bytes();
      }
      case "requests" -> {
        allow("requests");
        yield new Quantity.Requests();
      }
      case "finding" -> {
        allow("finding", "rule");
        yield new Quantity.Finding(rule());
      }
      default -> throw what.wrong("\"what\" is trips, time, bytes, requests or finding.");
    };
  }

  private void allow(String what, String... own) throws LocatedFormatException {
    List<String> known = new ArrayList<>(List.of("what"));
    known.addAll(Arrays.asList(own));
    known.addAll(COMMON);
    for (Map.Entry<String, Located> each : members.entrySet()) {
      if (!known.contains(each.getKey())) {
        throw each.getValue()
            .wrong("A limit on " + what + " has no such member; it may have " + list(known) + ".");
      }
    }
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }

  private Optional<Layer> layer() throws LocatedFormatException {
    Located given = members.get("layer");
    if (given == null) {
      return Optional.empty();
    }
    Optional<Layer> layer = Layer.ofLabel(given.text());
    if (layer.isEmpty()) {
      String all =
          Arrays.stream(Layer.values()).map(Layer::label).collect(Collectors.joining(", "));
      throw given.wrong("There is no such layer; there are " + all + ".");
    }
    return layer;
  }

  private Optional<Phase> phase() throws LocatedFormatException {
    Located given = members.get("phase");
    if (given == null || given.text().equals(TOTAL)) {
      return Optional.empty();
    }
    Optional<Phase> phase = Phase.ofLabel(given.text());
    if (phase.isEmpty()) {
      String all =
          Arrays.stream(Phase.values()).map(Phase::label).collect(Collectors.joining(", "));
      throw given.wrong("There is no such phase; there are total, " + all + ".");
    }
    return phase;
  }

  private double percentile() throws LocatedFormatException {
    Located given = members.get("percentile");
    if (given == null) {
      return Quantity.Time.MEDIAN;
    }
    if (members.containsKey("baseline")) {
      throw given.wrong("A baseline is compared run by run: leave out the percentile.");
    }
    if (given.value() instanceof Located.Numeral(BigDecimal number)) {
      double percentile = number.doubleValue();
      if (percentile > 0 && percentile < HUNDRED) {
        return percentile;
      }
    }
    throw given.wrong("A percentile is a number above 0 and below 100, such as 95.");
  }

  private String rule() throws LocatedFormatException {
    Located rule = members.get("rule");
    if (rule == null) {
      throw at.wrong("\"rule\" is missing: the name of what is not to be found.");
    }
    return rule.text();
  }

  private Narrowing narrowing(Quantity quantity) throws LocatedFormatException {
    Narrowing narrowing = new Narrowing(text("route"), text("url"));
    if (quantity instanceof Quantity.Time
        && narrowing.narrows()
        && members.containsKey("baseline")) {
      throw at.wrong(
          "The time of single requests is not compared with a baseline: leave out route and url,"
              + " or say \"max\" instead of the baseline.");
    }
    return narrowing;
  }

  private Allowance allowance(Quantity quantity) throws LocatedFormatException {
    Located max = members.get("max");
    Located baseline = members.get("baseline");
    Located worseBy = members.get("worseBy");
    if (max != null && (baseline != null || worseBy != null)) {
      throw at.wrong("Say either \"max\", or \"baseline\" and \"worseBy\": two limits are two.");
    }
    if (max != null) {
      return new Allowance.AtMost(AmountReader.amount(max, quantity));
    }
    if (baseline == null || worseBy == null) {
      throw at.wrong(
          "Say how much there may be: \"max\", or \"baseline\" and \"worseBy\" for how much more"
              + " than a snapshot.");
    }
    if (quantity instanceof Quantity.Finding) {
      throw baseline.wrong("Findings are not compared with a baseline: say \"max\".");
    }
    return AmountReader.worseBy(baseline.text(), worseBy, quantity);
  }

  private Optional<String> text(String name) throws LocatedFormatException {
    @Nullable Located given = members.get(name);
    return given == null ? Optional.empty() : Optional.of(given.text());
  }
}
