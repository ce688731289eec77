package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.http.Redirects;
import dev.lightfoot.probe.page.request.Need;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.wire.ConnectGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okio.Buffer;

/// Something that a page asks for, on its way through redirects to its end. Several parts of the
/// page may wait for it.
final class Fetch {
  private final Need need;
  private final FrameContext frame;
  private final ConnectGate gate;
  private final Redirects redirects = new Redirects();
  private final List<Consumer> consumers = new ArrayList<>();
  private final Buffer text = new Buffer();
  private final List<Row> rows = new ArrayList<>();
  private Optional<CachedResponse> stale = Optional.empty();
  private Optional<Failure> error = Optional.empty();
  private boolean started;
  private boolean textOver;
  private boolean landed;
  private boolean good;

  /// Who waits for it; called on the loader's thread.
  interface Consumer {
    /// The head of a final response that is no redirect came.
    default void head(Row row, int status, List<Header> fields) {}

    /// A 103 came.
    default void hinted(Row row, List<Header> fields) {}

    /// A piece of its text came.
    default void text(byte[] piece) {}

    /// No more text comes.
    default void textEnded() {}

    /// Its last byte is there, or it never will be.
    default void landed() {}

    /// One that wants to know that alone.
    static Consumer landing(Runnable then) {
      return new Consumer() {
        @Override
        public void landed() {
          then.run();
        }
      };
    }
  }

  Fetch(Need need, FrameContext frame, Row first) {
    this.need = need;
    this.frame = frame;
    this.gate = frame.gate().fork();
    rows.add(first);
  }

  Need need() {
    return need;
  }

  FrameContext frame() {
    return frame;
  }

  ConnectGate gate() {
    return gate;
  }

  Redirects redirects() {
    return redirects;
  }

  /// Its newest hop.
  Row row() {
    return rows.getLast();
  }

  /// Its first hop.
  Row first() {
    return rows.getFirst();
  }

  /// Another hop.
  void follow(Row next) {
    rows.add(next);
    stale = Optional.empty();
  }

  /// Where it is, after redirects.
  HttpUrl url() {
    return row().url();
  }

  /// What is asked to be confirmed.
  Optional<CachedResponse> stale() {
    return stale;
  }

  void stale(Optional<CachedResponse> kept) {
    stale = kept;
  }

  /// Why it failed, or was not followed further.
  Optional<Failure> error() {
    return error;
  }

  void error(Failure why) {
    error = Optional.of(why);
  }

  /// The body without codings, as far as it was read.
  Buffer text() {
    return text;
  }

  /// It is handed on; says whether that was the first time.
  boolean start() {
    boolean first = !started;
    started = true;
    return first;
  }

  boolean isStarted() {
    return started;
  }

  /// Whether its last byte is there, or never will be.
  boolean isLanded() {
    return landed;
  }

  /// Whether it landed with a status that says that it is what was asked for.
  boolean isGood() {
    return good;
  }

  /// Joins those who wait; what came before is handed over.
  void join(Consumer consumer) {
    consumers.add(consumer);
    if (text.size() > 0) {
      consumer.text(text.snapshot().toByteArray());
    }
    if (textOver) {
      consumer.textEnded();
    }
    if (landed) {
      consumer.landed();
    }
  }

  void head(int status, List<Header> fields) {
    good = status >= 200 && status < 300;
    List.copyOf(consumers).forEach(each -> each.head(row(), status, fields));
  }

  void hinted(List<Header> fields) {
    List.copyOf(consumers).forEach(each -> each.hinted(row(), fields));
  }

  void piece(byte[] piece) {
    text.write(piece);
    List.copyOf(consumers).forEach(each -> each.text(piece));
  }

  void textEnded() {
    if (!textOver) {
      textOver = true;
      List.copyOf(consumers).forEach(Consumer::textEnded);
    }
  }

  void land() {
    if (!landed) {
      landed = true;
      List.copyOf(consumers).forEach(Consumer::landed);
    }
  }

  /// It failed.
  void fail() {
    good = false;
    textEnded();
    land();
  }

  /// What came of each hop.
  List<Exchange> exchanges() {
    return rows.stream().flatMap(row -> row.made().stream()).toList();
  }
}
