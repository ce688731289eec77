package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.List;
import java.util.Optional;

/// Lines of columns in an order that is always the same.
final class ColumnLines implements LineFormat {
  private final Layout.Columns layout;
  private final DelimitedLine columns = new DelimitedLine(' ');
  private final List<Optional<Fact>> facts;

  ColumnLines(Layout.Columns layout) {
    this.layout = layout;
    facts = layout.columns().stream().map(layout.names()::fact).toList();
  }

  @Override
  public Kind take(byte[] b, int from, int to, Entry into) {
    if (from == to) {
      return Kind.EMPTY;
    }
    columns.split(b, from, to);
    columns.put(into, facts);
    boolean request = columns.count() >= layout.least() && layout.request().test(into);
    return Kind.of(request || into.refuse(layout.refusal()));
  }
}
