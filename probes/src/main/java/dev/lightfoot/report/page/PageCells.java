package dev.lightfoot.report.page;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.report.layout.page.PageColumn;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.OptionalInt;

/// The cells of the table of requests: the waterfall's numbers in words, the same in texts and in
/// the window.
public final class PageCells {
  private static final List<PageColumn> STANDARD =
      List.of(
          PageColumn.NUMBER,
          PageColumn.URL,
          PageColumn.FOUND_BY,
          PageColumn.START,
          PageColumn.BLOCKED,
          PageColumn.DNS,
          PageColumn.TCP,
          PageColumn.TLS,
          PageColumn.QUIC,
          PageColumn.WAIT,
          PageColumn.RECEIVE,
          PageColumn.TOTAL,
          PageColumn.TRIPS,
          PageColumn.LIGHT,
          PageColumn.SIZE,
          PageColumn.PRIORITY);

  private PageCells() {}

  /// The columns that the table of that page has: that of QUIC only where one request used it, that
  /// of the light floor only where it is known of one.
  public static List<PageColumn> columns(PageWaterfall waterfall) {
    boolean quic =
        waterfall.rows().stream()
            .anyMatch(
                row ->
                    row.request().phases().timing(Phase.QUIC).orElse(null)
                        instanceof PhaseTiming.Measured);
    boolean lit = waterfall.isLit();
    return STANDARD.stream()
        .filter(column -> column != PageColumn.QUIC || quic)
        .filter(column -> column != PageColumn.LIGHT || lit)
        .toList();
  }

  /// One cell. A phase that did not take place is a dash, what is not known a question mark.
  public static String of(PageColumn column, PageRow row) {
    return switch (column) {
      case NUMBER -> Integer.toString(row.number());
      case URL -> row.label();
      case FOUND_BY -> PageWords.foundBy(row);
      case START -> Numbers.millis(row.startNanos());
      case BLOCKED -> phase(row, Phase.BLOCKED);
      case DNS -> phase(row, Phase.DNS);
      case TCP -> phase(row, Phase.TCP);
      case TLS -> phase(row, Phase.TLS);
      case QUIC -> phase(row, Phase.QUIC);
      case WAIT -> phase(row, Phase.WAIT);
      case RECEIVE -> phase(row, Phase.RECEIVE);
      case TOTAL -> Numbers.millis(row.totalNanos());
      case TRIPS -> number(row.trips());
      case LIGHT -> row.light().map(it -> Numbers.millis(it.floorNanos())).orElse(Numbers.UNKNOWN);
      case SIZE -> Numbers.bytes(row.bytes());
      case PRIORITY ->
          row.priority().map(it -> say("page.priority." + it.label())).orElse(Numbers.UNKNOWN);
      case TYPE -> row.type().map(it -> say("page.type." + it.label())).orElse(Numbers.UNKNOWN);
      case STATUS -> number(row.status());
      case PROTOCOL -> row.protocol().map(PageWords::shortProtocol).orElse(Numbers.UNKNOWN);
    };
  }

  private static String phase(PageRow row, Phase phase) {
    return switch (row.request().phases().timing(phase).orElse(null)) {
      case PhaseTiming.Measured it -> Numbers.millis(it.durationNanos());
      case PhaseTiming.Failed it -> Numbers.millis(it.durationNanos());
      case PhaseTiming.NotApplicable _ -> Numbers.NOT_APPLICABLE;
      case null -> Numbers.NOT_APPLICABLE;
    };
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? Numbers.count(value.getAsInt()) : Numbers.UNKNOWN;
  }
}
