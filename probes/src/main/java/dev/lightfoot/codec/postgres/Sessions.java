package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.postgres.LogEntry.Client;
import dev.lightfoot.codec.postgres.Statement.Part;
import dev.lightfoot.codec.text.OtherLines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Puts the entries of one file together to statements: what belongs together was written by one
/// server process.
final class Sessions {
  /// More than a server has processes; beyond, the one that was silent longest is written out.
  private static final int OPEN = 10_000;

  private final Reading into;
  private final StatementSpans spans;
  private final OtherLines others = new OtherLines();
  private final Map<Long, Session> open = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Long, Client> peers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Client> eldest) {
          return size() > OPEN;
        }
      };

  private long translated;
  private long nameless;

  Sessions(String format, Reading into) {
    this.into = into;
    spans = new StatementSpans(format, into);
  }

  void accept(LogEntry read) {
    LogEntry entry = withPeer(read);
    Message message = Message.of(entry.message());
    if (entry.failed()) {
      if (entry.query().isEmpty()) {
        others.count(entry.severity() + " without a statement");
      } else {
        session(entry, entry.query()).failed(entry);
      }
      return;
    }
    switch (message.kind()) {
      case TEXT, EXECUTE_TEXT -> session(entry, message.text()).text(entry, message);
      case STATEMENT, PARSE, BIND, EXECUTE, FETCH, PLAN, DURATION -> timed(entry, message);
      case CONNECTED -> connected(entry);
      case DISCONNECTED -> disconnected(entry);
      case OTHER -> other(entry, message);
    }
  }

  private void other(LogEntry entry, Message message) {
    if (Translation.isDuration(entry.message())) {
      translated();
    } else {
      others.count(message.text());
    }
  }

  /// A message in another language.
  void translated() {
    translated++;
  }

  private void timed(LogEntry entry, Message message) {
    Optional<Long> nanos = message.nanos();
    if (nanos.isEmpty()) {
      into.skipped(entry.place(), "its duration is not a number");
      return;
    }
    Part part = new Part(message.kind(), message.duration(), nanos.get(), entry);
    switch (message.kind()) {
      case PLAN -> {
        Plan plan = Plan.of(message.text());
        session(entry, plan.query()).plan(plan, part);
      }
      case DURATION -> session(entry, entry.place()).duration(part);
      default -> session(entry, message.text()).part(message, part);
    }
  }

  /// @param text of the statement, which tells connections apart where nothing else does
  private Session session(LogEntry entry, String text) {
    Session session = open.computeIfAbsent(backend(entry, text), _ -> new Session(spans));
    if (open.size() > OPEN) {
      Long eldest = open.keySet().iterator().next();
      Optional.ofNullable(open.remove(eldest)).ifPresent(Session::end);
    }
    return session;
  }

  /// The process, else who asked, else what: what two connections say is never one.
  private long backend(LogEntry entry, String text) {
    if (entry.pid() > 0) {
      return entry.pid();
    }
    Client client = entry.client();
    boolean known = !client.port().isEmpty();
    nameless += known ? 0 : 1;
    String identity = known ? client.address() + ' ' + client.port() : text.strip();
    return Long.MIN_VALUE | identity.hashCode();
  }

  private void connected(LogEntry entry) {
    others.count("connection received");
    String host = after(entry.message(), "host=");
    if (!host.isEmpty() && entry.pid() > 0) {
      peers.put(entry.pid(), new Client("", "", host, after(entry.message(), "port=")));
    }
  }

  private void disconnected(LogEntry entry) {
    others.count("disconnection");
    if (entry.pid() > 0) {
      Optional.ofNullable(open.remove(entry.pid())).ifPresent(Session::end);
      peers.remove(entry.pid());
    }
  }

  private LogEntry withPeer(LogEntry entry) {
    Client peer = peers.get(entry.pid());
    Client client = entry.client();
    if (peer == null || !client.address().isEmpty()) {
      return entry;
    }
    return new LogEntry(
        entry.place(),
        entry.atNanos(),
        entry.resolutionNanos(),
        entry.pid(),
        new Client(client.database(), client.application(), peer.address(), peer.port()),
        entry.severity(),
        entry.sqlState(),
        entry.message(),
        entry.query());
  }

  private static String after(String text, String key) {
    int start = text.indexOf(key);
    if (start < 0) {
      return "";
    }
    int end = text.indexOf(' ', start);
    return text.substring(start + key.length(), end < 0 ? text.length() : end);
  }

  /// Writes out all that still waits.
  void end() {
    open.values().forEach(Session::end);
    open.clear();
    spans.end();
    if (nameless > 0) {
      into.warning(
          "log_line_prefix names no process, so lines of one statement were put together by its"
              + " text only: add %p to it.");
    }
    if (translated > 0) {
      into.warning(translated + Translation.SENTENCE);
    }
    others.report(into);
  }
}
