package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.Phase;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A column of the table of requests. The table, the sorting of the waterfall and the texts share
/// it.
public enum PageColumn {
  NUMBER(false, Comparator.comparingInt(PageRow::number)),
  URL(true, Comparator.comparing(PageRow::host).thenComparing(PageRow::target)),
  FOUND_BY(true, Comparator.comparingInt(row -> row.foundBy().orElse(-1))),
  START(false, Comparator.comparingLong(PageRow::startNanos)),
  BLOCKED(false, by(Phase.BLOCKED)),
  DNS(false, by(Phase.DNS)),
  TCP(false, by(Phase.TCP)),
  TLS(false, by(Phase.TLS)),
  QUIC(false, by(Phase.QUIC)),
  WAIT(false, by(Phase.WAIT)),
  RECEIVE(false, by(Phase.RECEIVE)),
  TOTAL(false, Comparator.comparingLong(PageRow::totalNanos)),
  TRIPS(false, Comparator.comparingInt(row -> row.trips().orElse(-1))),
  /// What light needs for the trips to the server; unknown last.
  LIGHT(false, Comparator.comparingLong(row -> row.light().map(PageLight::floorNanos).orElse(-1L))),
  SIZE(false, Comparator.comparingLong(PageRow::bytes)),
  /// Most urgent first.
  PRIORITY(true, Comparator.comparingInt(row -> rank(row.priority()))),
  TYPE(true, Comparator.comparingInt(row -> rank(row.type()))),
  STATUS(false, Comparator.comparingInt(row -> row.status().orElse(-1))),
  PROTOCOL(true, Comparator.comparing(row -> row.protocol().orElse("")));

  private final boolean text;

  @SuppressWarnings("ImmutableEnumChecker") // comparators without state
  private final Comparator<PageRow> comparator;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  PageColumn(boolean text, Comparator<PageRow> comparator) {
    this.text = text;
    this.comparator = comparator;
  }

  /// A word for resource bundles and settings.
  public String label() {
    return label;
  }

  /// Whether it holds text, which stands at the left; numbers stand at the right.
  public boolean isText() {
    return text;
  }

  /// The phase whose time it holds; empty where it holds something else.
  public Optional<Phase> phase() {
    return Phase.ofLabel(label);
  }

  /// Smallest first.
  public Comparator<PageRow> comparator() {
    return comparator;
  }

  private static Comparator<PageRow> by(Phase phase) {
    Function<PageRow, Long> nanos = row -> row.request().phases().durationNanos(phase);
    return Comparator.comparing(nanos);
  }

  /// What is not known comes last.
  private static int rank(Optional<? extends Enum<?>> value) {
    return value.map(Enum::ordinal).orElse(Integer.MAX_VALUE);
  }
}
