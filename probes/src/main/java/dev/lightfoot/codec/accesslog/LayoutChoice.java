package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.accesslog.entry.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decides, by the first lines of a file, how surely it is of a format and how its lines are laid
/// out: the only place that does.
final class LayoutChoice {
  /// So much of a file is looked at.
  static final int BEGINNING = 64 * 1024;

  private final AccessLogFormat format;
  private final FirstLines first;
  private final Optional<Layout.Combined> combined;
  private final Optional<Layout.Mostly> mostly;
  private final Optional<CombinedTail> tail;

  private final ReadSettings settings;

  private LayoutChoice(AccessLogFormat format, byte[] beginning, ReadSettings settings) {
    this.format = format;
    this.settings = settings;
    first = FirstLines.of(Arrays.copyOf(beginning, Math.min(beginning.length, BEGINNING)));
    combined = format.layouts(Layout.Combined.class).stream().findFirst();
    mostly =
        format.layouts(Layout.Mostly.class).stream()
            .filter(each -> fitsMost(each.pattern()))
            .findFirst();
    tail = combined.isPresent() ? CombinedTail.of(first) : Optional.empty();
  }

  /// How surely a file that begins so is of a format: 0 to 100.
  static int sureness(AccessLogFormat format, byte[] beginning) {
    return new LayoutChoice(format, beginning, ReadSettings.NONE).sureness();
  }

  /// The lines of a file that begins so: as a person says, or as the first of them show.
  ///
  /// @throws IllegalArgumentException with a sentence where lines of that format could not be taken
  ///   apart
  static LineFormat lines(AccessLogFormat format, byte[] beginning, ReadSettings settings) {
    if (format.syntax().isPresent() && settings.pattern().isPresent()) {
      return new TextLines(List.of(format.syntax().get().compileFirst(settings.pattern().get())));
    }
    return new LayoutChoice(format, beginning, settings).lines(true);
  }

  private boolean fitsMost(LinePattern pattern) {
    Entry entry = new Entry();
    return first.share(
            100,
            line -> {
              entry.clear();
              return pattern.scan(line, 0, line.length, entry) >= 0 && FirstLines.plausible(entry);
            })
        > 50;
  }

  private int sureness() {
    if (mostly.isPresent()) {
      return mostly.get().sure();
    }
    if (!format.linesStandAlone() && !isJson()) {
      return format.layouts(Layout.Headed.class).stream().anyMatch(this::isHeaded)
          ? format.sure()
          : 0;
    }
    int sure = first.share(format.sure(), lines(false));
    int raised = sure > 0 ? Math.max(sure, format.least()) : 0;
    int byTail = combined.isPresent() && tail.isPresent() ? byTail(combined.get(), tail.get()) : 0;
    return byTail > 0 ? Math.max(raised, first.share(byTail, lines(true))) : raised;
  }

  private boolean isHeaded(Layout.Headed layout) {
    return HeaderLines.isOf(layout, first);
  }

  private static int byTail(Layout.Combined fields, CombinedTail found) {
    if (fields.key().isPresent() && !found.hasKey(fields.key().get())) {
      return 0;
    }
    if (found.hasDecimals()) {
      return fields.sure().decimals();
    }
    return found.hasWholeNumber() ? fields.sure().whole() : fields.sure().neither();
  }

  /// @param all those of the combined fields, too
  private LineFormat lines(boolean all) {
    for (Layout layout : format.layouts()) {
      switch (layout) {
        case Layout.Headed headed -> {
          if (!isJson()) {
            return new HeaderLines(headed, settings);
          }
        }
        case Layout.Columns columns -> {
          return new ColumnLines(columns);
        }
        case Layout.Own own -> {
          return own.lines().get();
        }
        case Layout.Text _, Layout.Mostly _, Layout.Combined _, Layout.Json _ -> {}
      }
    }
    List<String> remarks = new ArrayList<>();
    List<LinePattern> patterns = patterns(all, remarks);
    KeyUnits units = new KeyUnits(settings);
    Optional<Layout.Json> json =
        format.layouts(Layout.Json.class).stream()
            .findFirst()
            .map(layout -> layout.with(units.resolve(layout, first)));
    remarks.addAll(units.remarks());
    return new TextLines(
        json,
        patterns,
        format.layouts(Layout.Text.class).stream().anyMatch(Layout.Text::amongOthers),
        List.copyOf(remarks),
        all && hasTail() ? combined.map(this::changed) : Optional.empty());
  }

  private boolean hasTail() {
    return mostly.isEmpty() && tail.isPresent();
  }

  private ChangedTails changed(Layout.Combined known) {
    return new ChangedTails(
        other -> other.choice(known.micros(), known.key().isPresent(), settings));
  }

  /// Whether it begins with an object: then it has no header.
  private boolean isJson() {
    return !format.layouts(Layout.Json.class).isEmpty()
        && !first.lines().isEmpty()
        && first.lines().getFirst()[0] == '{';
  }

  private List<LinePattern> patterns(boolean all, List<String> remarks) {
    List<LinePattern> patterns = new ArrayList<>();
    mostly.ifPresent(found -> patterns.add(found.pattern()));
    if (all && combined.isPresent() && hasTail()) {
      Layout.Combined known = combined.get();
      CombinedTail.Choice choice =
          tail.get().choice(known.micros(), known.key().isPresent(), settings);
      patterns.add(choice.pattern());
      remarks.addAll(choice.remarks());
    }
    format.layouts(Layout.Text.class).forEach(text -> patterns.add(text.pattern()));
    if (all && combined.isPresent()) {
      patterns.add(CombinedTail.FIELDS_FIRST);
    }
    return patterns;
  }
}
