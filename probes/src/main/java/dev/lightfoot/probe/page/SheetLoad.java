package dev.lightfoot.probe.page;

import dev.lightfoot.probe.css.StyleSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A style sheet on its way, with the sheets that it imports: scripts and drawing wait for all of
/// them.
final class SheetLoad implements Fetch.Consumer {
  private final Reader reader;
  private final int depth;
  private final Runnable settled;
  private final List<SheetLoad> imports = new ArrayList<>();
  private Optional<Fetch> fetch = Optional.empty();
  private Optional<StyleSheet> sheet = Optional.empty();
  private Optional<String> layer = Optional.empty();
  private boolean read;
  private boolean over;

  /// What a sheet names.
  interface Reader {
    /// Reads it, and asks for what it imports.
    void sheet(SheetLoad sheet, Fetch from);
  }

  /// @param settled called when it and all that it imports are there, or never will be
  SheetLoad(Reader reader, int depth, Runnable settled) {
    this.reader = reader;
    this.depth = depth;
    this.settled = settled;
  }

  /// What brings it.
  void from(Optional<Fetch> asked) {
    fetch = asked;
    if (asked.isEmpty()) {
      over();
    } else {
      asked.get().join(this);
    }
  }

  /// How many sheets lie between it and the document.
  int depth() {
    return depth;
  }

  /// A sheet that this one imports.
  ///
  /// @param into the cascade layer that it is put into
  SheetLoad importing(Optional<String> into) {
    SheetLoad made = new SheetLoad(reader, depth + 1, this::settle);
    made.layer = into;
    imports.add(made);
    return made;
  }

  /// That is what it holds.
  void holds(StyleSheet content) {
    sheet = Optional.of(content);
  }

  /// What has come of it and of what it imports, in the order of the cascade.
  List<StyleSheet> sheets() {
    List<StyleSheet> all = new ArrayList<>();
    imports.forEach(each -> all.addAll(each.sheets()));
    sheet.ifPresent(all::add);
    return layer.isEmpty() ? all : all.stream().map(each -> each.in(layer.get())).toList();
  }

  boolean isSettled() {
    return over && imports.stream().allMatch(SheetLoad::isSettled);
  }

  @Override
  public void textEnded() {
    if (!read && fetch.isPresent() && fetch.get().isGood()) {
      read = true;
      reader.sheet(this, fetch.get());
    }
    if (fetch.filter(Fetch::isLanded).isPresent()) {
      over();
    }
  }

  @Override
  public void landed() {
    if (read || !fetch.orElseThrow().isGood()) {
      over();
    }
  }

  private void over() {
    over = true;
    settle();
  }

  private void settle() {
    if (isSettled()) {
      settled.run();
    }
  }
}
