package dev.lightfoot.codec.budget;

import dev.lightfoot.codec.located.Located;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Amounts;
import dev.lightfoot.model.budget.Quantity;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Reads how much of a quantity there may be.
final class AmountReader {
  /// More of anything is a slip of the hand.
  static final long MOST = 1_000_000_000_000_000L;

  private AmountReader() {}

  static long amount(Located at, Quantity quantity) throws LocatedFormatException {
    OptionalLong amount = read(at, quantity);
    if (amount.isEmpty() || amount.getAsLong() > MOST) {
      throw at.wrong("This has to be " + expected(quantity) + ".");
    }
    return amount.getAsLong();
  }

  static Allowance worseBy(String baseline, Located at, Quantity quantity)
      throws LocatedFormatException {
    if (at.value() instanceof Located.Text(String text)) {
      OptionalDouble percent = Amounts.percent(text);
      if (percent.isPresent()) {
        return new Allowance.WorseBy(baseline, 0, percent.getAsDouble());
      }
    }
    OptionalLong more = read(at, quantity);
    if (more.isEmpty() || more.getAsLong() > MOST) {
      throw at.wrong("This has to be a share such as \"5 %\", or " + expected(quantity) + ".");
    }
    return new Allowance.WorseBy(baseline, more.getAsLong(), 0);
  }

  private static OptionalLong read(Located at, Quantity quantity) {
    return switch (at.value()) {
      case Located.Numeral(BigDecimal number) ->
          quantity instanceof Quantity.Time ? OptionalLong.empty() : whole(number);
      case Located.Text(String text) ->
          switch (quantity) {
            case Quantity.Time _ -> Amounts.nanos(text);
            case Quantity.Bytes _ -> Amounts.bytes(text);
            case Quantity.Trips _, Quantity.Requests _, Quantity.Finding _ -> OptionalLong.empty();
          };
      case Located.Members _, Located.Elements _, Located.Word _ -> OptionalLong.empty();
    };
  }

  private static OptionalLong whole(BigDecimal number) {
    boolean fits =
        number.signum() >= 0
            && number.compareTo(BigDecimal.valueOf(MOST)) <= 0
            && number.stripTrailingZeros().scale() <= 0;
    return fits ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
  }

  private static String expected(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Time _ -> "a duration with its unit (ns, us, ms or s), such as \"400 ms\"";
      case Quantity.Bytes _ ->
          "a number of bytes with its unit (B, kB, MB, GB, KiB, MiB or GiB), such as \"300 kB\"";
      case Quantity.Trips _, Quantity.Requests _, Quantity.Finding _ ->
          "a whole number from 0 on, such as 3";
    };
  }
}
