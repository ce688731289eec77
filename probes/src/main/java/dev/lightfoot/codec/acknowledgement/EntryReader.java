package dev.lightfoot.codec.acknowledgement;

import dev.lightfoot.codec.located.Located;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads one acknowledgement.
final class EntryReader {
  private static final List<String> KNOWN =
      List.of("fingerprint", "about", "rule", "route", "reason", "since", "until", "count");
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Located at;
  private final Map<String, Located> members;

  EntryReader(Located at) throws LocatedFormatException {
    this.at = at;
    this.members = at.object();
  }

  Acknowledgement acknowledgement() throws LocatedFormatException {
    for (Map.Entry<String, Located> each : members.entrySet()) {
      if (!KNOWN.contains(each.getKey())) {
        throw each.getValue()
            .wrong("There is no such member; there are " + String.join(", ", KNOWN) + ".");
      }
    }
    return new Acknowledgement(
        target(), required("reason").text(), day(required("since")), until(), count());
  }

  private Target target() throws LocatedFormatException {
    Located fingerprint = members.get("fingerprint");
    if (fingerprint == null) {
      return new Target.OfRule(required("rule").text(), required("route").text());
    }
    if (members.containsKey("rule") || members.containsKey("route")) {
      throw at.wrong("Say either fingerprint, or rule and route: two are two.");
    }
    if (!Target.OfFinding.isFingerprint(fingerprint.text())) {
      throw fingerprint.wrong("A fingerprint has 16 hexadecimal digits in lower case.");
    }
    Located about = members.get("about");
    return new Target.OfFinding(fingerprint.text(), about == null ? "" : about.text());
  }

  private Located required(String name) throws LocatedFormatException {
    Located given = members.get(name);
    if (given == null) {
      throw at.wrong(
          name.equals("rule")
              ? "\"fingerprint\" is missing, or \"rule\" and \"route\"."
              : "\"" + name + "\" is missing.");
    }
    return given;
  }

  private Optional<LocalDate> until() throws LocatedFormatException {
    Located until = members.get("until");
    return until == null ? Optional.empty() : Optional.of(day(until));
  }

  private static LocalDate day(Located given) throws LocatedFormatException {
    try {
      return LocalDate.parse(given.text());
    } catch (DateTimeException e) {
      throw given.wrong("This has to be a date such as 2026-11-23.");
    }
  }

  private OptionalInt count() throws LocatedFormatException {
    Located count = members.get("count");
    if (count == null) {
      return OptionalInt.empty();
    }
    if (count.value() instanceof Located.Numeral(BigDecimal number)
        && number.signum() > 0
        && number.compareTo(MOST) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      return OptionalInt.of(number.intValueExact());
    }
    throw count.wrong("This has to be a whole number from 1 on.");
  }
}
