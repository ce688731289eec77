package dev.lightfoot.probe.page;

import java.util.ArrayList;
import java.util.List;

/// A style sheet on its way, with the sheets that it imports: scripts and drawing wait for all of
/// them.
final class SheetLoad implements Fetch.Consumer {
  private final Reader reader;
  private final int depth;
  private final Runnable settled;
  private final List<SheetLoad> imports = new ArrayList<>();
  private boolean read;
  private boolean over;

  /// What a sheet names.
  interface Reader {
    /// Asks for what it imports.
    ///
    /// @param text the whole sheet
    void sheet(SheetLoad sheet, Fetch from);
  }

  private java.util.Optional<Fetch> fetch = java.util.Optional.empty();

  /// @param settled called when it and all that it imports are there, or never will be
  SheetLoad(Reader reader, int depth, Runnable settled) {
    this.reader = reader;
    this.depth = depth;
    this.settled = settled;
  }

  /// What brings it.
  void from(java.util.Optional<Fetch> asked) {
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
  SheetLoad importing() {
    SheetLoad made = new SheetLoad(reader, depth + 1, this::settle);
    imports.add(made);
    return made;
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
