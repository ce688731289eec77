package dev.lightfoot.probe.page;

import dev.lightfoot.model.Header;
import dev.lightfoot.probe.http.wire.BodyDecoder;
import dev.lightfoot.probe.wire.ResponseWatcher;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Pipe;

/// Hands a response from the thread that measures it to the loader's thread. Where its text is
/// need, a third thread undoes its codings as it comes.
final class Transfer implements ResponseWatcher {
  private static final int PIECE = 16 * 1024;

  private final Mailbox mail;
  private final Budget budget;
  private final Receiver receiver;
  private final Reading reading;
  private final AtomicLong counted = new AtomicLong();
  private volatile Optional<Pipe> pipe = Optional.empty();
  private volatile Optional<Thread> decoding = Optional.empty();
  private long sent;

  /// What is need of a response beside its head.
  enum Reading {
    NOTHING,
    TEXT,
    /// Also what hints come before it.
    TEXT_AND_HINTS
  }

  /// Called on the loader's thread.
  interface Receiver {
    /// A 103 came.
    default void hinted(List<Header> fields) {}

    /// The head of the response came.
    void head(int status, List<Header> fields);

    /// A piece of the body came, without its codings.
    void text(byte[] piece);

    /// No more text comes.
    void textEnded();

    /// The last byte is there; nothing of it is read after that.
    void ended();
  }

  Transfer(Mailbox mail, Budget budget, Receiver receiver, Reading reading) {
    this.mail = mail;
    this.budget = budget;
    this.receiver = receiver;
    this.reading = reading;
  }

  @Override
  public void headerBlock(Runnable decode) {
    if (reading == Reading.TEXT_AND_HINTS) {
      Thread.ofVirtual().start(decode);
    }
  }

  @Override
  public void hinted(List<Header> fields) {
    mail.post(() -> receiver.hinted(fields));
  }

  @Override
  public void head(int status, List<Header> fields) {
    mail.post(() -> receiver.head(status, fields));
    if (reading != Reading.NOTHING) {
      Pipe made = new Pipe(Long.MAX_VALUE);
      pipe = Optional.of(made);
      decoding = Optional.of(Thread.ofVirtual().start(() -> decode(made, codings(fields))));
    }
  }

  private static Optional<String> codings(List<Header> fields) {
    return Optional.of(
        fields.stream()
            .filter(field -> field.named("content-encoding"))
            .map(Header::value)
            .collect(Collectors.joining(",")));
  }

  @Override
  public boolean body(Buffer part) {
    sent += part.size();
    boolean more = count(sent);
    if (pipe.isPresent()) {
      Buffer copy = new Buffer();
      part.copyTo(copy, 0, part.size());
      try {
        pipe.get().sink().write(copy, copy.size());
      } catch (IOException e) {
        return more; // its reader has seen enough
      }
    }
    return more;
  }

  /// So much of it came, or was made of what came; says whether more may. The larger of both is
  /// what it costs.
  private boolean count(long bytes) {
    long before = counted.getAndAccumulate(bytes, Math::max);
    return budget.take(Math.max(0, bytes - before));
  }

  @Override
  public void ended() {
    mail.post(receiver::ended);
    close();
  }

  /// No more comes; waits until what came is read.
  void finish() {
    close();
    boolean interrupted = false;
    while (decoding.filter(Thread::isAlive).isPresent()) {
      try {
        decoding.get().join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void close() {
    if (pipe.isPresent()) {
      try {
        pipe.get().sink().close();
      } catch (IOException e) {
        return; // closed is what it is to be
      }
    }
  }

  private void decode(Pipe from, Optional<String> codings) {
    try (BufferedSource source = Okio.buffer(from.source());
        InputStream in = BodyDecoder.decoded(source.inputStream(), codings)) {
      byte[] buffer = new byte[PIECE];
      long decoded = 0;
      int count;
      while ((count = in.read(buffer)) >= 0
          && BodyDecoder.isWithinLimits(decoded += count)
          && count(decoded)) {
        byte[] piece = Arrays.copyOf(buffer, count);
        mail.post(() -> receiver.text(piece));
      }
    } catch (IOException | RuntimeException e) {
      // what could be undone is there; that it is cut stands in the exchange
    } finally {
      mail.post(receiver::textEnded);
    }
  }
}
