package dev.lightfoot.report.scenario;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.knows;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.scenario.Arrival;
import dev.lightfoot.analysis.scenario.Link;
import dev.lightfoot.analysis.scenario.Scenario;
import dev.lightfoot.report.words.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/// The words of a scenario.
public final class ScenarioWords {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private ScenarioWords() {}

  /// A time from microseconds to days, with three digits: `100 µs`, `30 min`, `10 h`.
  public static String time(long nanos) {
    if (nanos == 0) {
      return say("scenario.at-once");
    }
    if (nanos < MILLI) {
      return digits(nanos / MICRO, "µs");
    }
    if (nanos < SECOND) {
      return digits(nanos / MILLI, "ms");
    }
    if (nanos < 2 * MINUTE) {
      return digits(nanos / SECOND, "s");
    }
    if (nanos < 2 * HOUR) {
      return digits(nanos / MINUTE, "min");
    }
    return nanos < 2 * DAY ? digits(nanos / HOUR, "h") : digits(nanos / DAY, "d");
  }

  private static String digits(double number, String unit) {
    BigDecimal rounded = BigDecimal.valueOf(number).round(THREE_DIGITS).stripTrailingZeros();
    String text =
        rounded.scale() <= 0 ? Numbers.count(rounded.longValueExact()) : rounded.toPlainString();
    return text + '\u00a0' + unit;
  }

  /// What a way is called.
  public static String name(Link link) {
    String key = "scenario.link." + link.name();
    return knows(key) ? say(key) : link.name();
  }

  /// How wide a way is: `1.0 MB/s`.
  public static String width(OptionalLong bytesPerSecond) {
    return bytesPerSecond.isPresent()
        ? say("scenario.rate", Numbers.bytes(bytesPerSecond.getAsLong()))
        : say("scenario.at-once");
  }

  /// Which way brings the first byte first, and which the last: the answer in one sentence.
  public static String verdict(List<Arrival> arrivals) {
    Arrival first = least(arrivals, Arrival::firstByteNanos);
    Arrival last = least(arrivals, Arrival::lastByteNanos);
    String key =
        arrivals.size() == 1
            ? "scenario.verdict.one"
            : first.equals(last) ? "scenario.verdict.same" : "scenario.verdict.two";
    return say(
        key,
        name(first.link()),
        time(first.firstByteNanos()),
        name(last.link()),
        time(last.lastByteNanos()));
  }

  private static Arrival least(List<Arrival> arrivals, ToLongFunction<Arrival> time) {
    return arrivals.stream().min(Comparator.comparingLong(time)).orElseThrow();
  }

  /// What distance is here, and what takes no time.
  public static String note() {
    return say("scenario.note");
  }

  /// What is asked: how many bytes, after how many handshakes.
  public static String question(Scenario scenario) {
    return say(
        scenario.asked() ? "scenario.question.asked" : "scenario.question.sent",
        Numbers.bytes(scenario.bytes()),
        count("scenario.handshakes", scenario.handshakes()));
  }
}
