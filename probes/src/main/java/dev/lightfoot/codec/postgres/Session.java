package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.postgres.Message.Kind;
import dev.lightfoot.codec.postgres.Statement.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one server process has logged that is not written out yet.
///
/// A query of the extended protocol is written out when the next entry shows that no part of it is
/// to come. A text without a duration (log_statement) waits for the duration without a text. A plan
/// (auto_explain) comes before the line of its statement and is written out with it; plans of
/// statements within a function lie within the time of that and are not written out.
final class Session {
  private static final int PARTS_BEFORE_EXECUTE = 2;
  private static final int PLANS = 64;

  /// A plan with the entry in which it came.
  record Planned(Plan plan, Part part) {}

  private final StatementSpans spans;
  private final Deque<Part> pending = new ArrayDeque<>();
  private final List<Planned> plans = new ArrayList<>();
  private @Nullable Statement open;
  private @Nullable LogEntry textEntry;
  private String text = "";

  Session(StatementSpans spans) {
    this.spans = spans;
  }

  void part(Message message, Part part) {
    Statement statement = open;
    if (statement != null && statement.goesOn(part.kind(), message.text())) {
      statement.add(part);
      return;
    }
    if (textEntry != null && text.equals(message.text())) {
      textEntry = null;
    }
    write();
    open = new Statement(message.text()).add(part);
  }

  /// A statement before it is done.
  void text(LogEntry entry, Message message) {
    if (message.kind() == Kind.TEXT) {
      write();
    } else {
      writeText();
      writeOpen();
    }
    textEntry = entry;
    text = message.text();
  }

  /// A duration without a statement: the one of the text that waits, or a part before its execute.
  void duration(Part part) {
    writeOpen();
    if (textEntry != null) {
      Statement statement = new Statement(text);
      pending.forEach(statement::add);
      pending.clear();
      textEntry = null;
      write(statement.add(part));
      return;
    }
    pending.add(part);
    if (pending.size() > PARTS_BEFORE_EXECUTE) {
      write(new Statement("").add(pending.removeFirst()));
    }
  }

  void plan(Plan plan, Part part) {
    if (open != null && open.isExecuted()) {
      writeOpen();
    }
    Iterator<Planned> earlier = plans.iterator();
    while (earlier.hasNext()) {
      Planned other = earlier.next();
      if (!within(other.part(), part.start())) {
        earlier.remove();
        writePlan(other);
      } else if (plans.size() >= PLANS) {
        earlier.remove();
        spans.nested();
      }
    }
    plans.add(new Planned(plan, part));
  }

  /// Whether a plan's statement began within something that began then; stamps count milliseconds.
  private static boolean within(Part inner, long start) {
    return inner.start() >= start - 2 * inner.entry().resolutionNanos();
  }

  void failed(LogEntry entry) {
    Statement statement = open;
    boolean same = statement != null && statement.sql().equals(entry.query());
    if (!same) {
      writeOpen();
    }
    LogEntry began = textEntry;
    textEntry = null;
    open = null;
    boolean ours = began != null && text.equals(entry.query());
    if (began != null && !ours) {
      spans.text(began, text);
    }
    spans.failed(entry, same ? statement : null, ours ? began : null);
    pending.clear();
  }

  /// Writes out all that waits: nothing more belongs to it.
  void write() {
    writeText();
    writeOpen();
    while (!pending.isEmpty()) {
      write(new Statement("").add(pending.removeFirst()));
    }
  }

  void end() {
    write();
    plans.forEach(this::writePlan);
    plans.clear();
  }

  private void writeText() {
    LogEntry began = textEntry;
    if (began != null) {
      textEntry = null;
      spans.text(began, text);
    }
  }

  private void writeOpen() {
    Statement statement = open;
    if (statement != null) {
      open = null;
      write(statement);
    }
  }

  private void write(Statement statement) {
    Plan own = null;
    for (Planned planned : plans) {
      if (planned.plan().query().strip().equals(statement.sql().strip())) {
        own = planned.plan();
      } else if (within(planned.part(), statement.start())) {
        spans.nested();
      } else {
        writePlan(planned);
      }
    }
    plans.clear();
    spans.done(statement, own);
  }

  /// A plan without a line of its statement: what is known of the statement.
  private void writePlan(Planned planned) {
    spans.done(new Statement(planned.plan().query()).add(planned.part()), planned.plan());
  }
}
