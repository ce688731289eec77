package dev.lightfoot.receive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Sends spans over some connections, and keeps the books of what was answered.
final class SpanLoad implements AutoCloseable {
  private final int batch;
  private final long first;
  private final List<LoadConnection> connections = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final List<Long> answers = Collections.synchronizedList(new ArrayList<>());

  /// @param first number of the first span
  SpanLoad(int port, int connections, int batch, long first) throws IOException {
    this.batch = batch;
    this.first = first;
    for (int i = 0; i < connections; i++) {
      this.connections.add(new LoadConnection(port));
    }
  }

  long sent() {
    return sent.get();
  }

  long accepted() {
    return accepted.get();
  }

  long refused() {
    return refused.get();
  }

  /// How long each answer took from when its request was due, so that a sender that was held up
  /// does not hide what came behind it.
  long[] answers() {
    synchronized (answers) {
      return answers.stream().mapToLong(Long::longValue).toArray();
    }
  }

  /// Adds another's books to these.
  void add(SpanLoad other) {
    sent.addAndGet(other.sent());
    accepted.addAndGet(other.accepted());
    refused.addAndGet(other.refused());
  }

  /// What one connection sends until there is no more to send.
  private interface Work {
    void run(LoadConnection connection) throws IOException;
  }

  private void overAll(Work work) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (LoadConnection connection : connections) {
      running.add(
          threads.submit(
              () -> {
                work.run(connection);
                return true;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }

  private void send(LoadConnection connection, byte[] body, int spans, long due)
      throws IOException {
    int status = connection.send(body);
    answers.add(System.nanoTime() - due);
    sent.addAndGet(spans);
    (status == 200 ? accepted : refused).addAndGet(spans);
  }

  /// So many a second, whether or not those before have been answered, while a connection is free.
  void atRate(int spansPerSecond, int seconds) throws Exception {
    long requests = (long) spansPerSecond * seconds / batch;
    long start = System.nanoTime();
    overAll(
        connection -> {
          for (long i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
            byte[] body = OtlpLoad.request(first + i * batch, batch);
            long due = start + TimeUnit.SECONDS.toNanos(i * batch) / spansPerSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
              LockSupport.parkNanos(left);
            }
            send(connection, body, batch, due);
          }
        });
  }

  /// All of it, made before.
  void atOnce(int spans) throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    for (int from = 0; from < spans; from += batch) {
      bodies.add(OtlpLoad.request(first + from, Math.min(batch, spans - from)));
    }
    long start = System.nanoTime();
    overAll(
        connection -> {
          for (int i = (int) next.getAndIncrement();
              i < bodies.size();
              i = (int) next.getAndIncrement()) {
            send(connection, bodies.get(i), Math.min(batch, spans - i * batch), start);
          }
        });
  }

  /// One after the other on each connection, until there are so many or the time is up.
  void asFastAsItGoes(long most, long nanos) throws Exception {
    long start = System.nanoTime();
    overAll(
        connection -> {
          for (long i = next.getAndIncrement();
              (i + 1) * batch <= most && System.nanoTime() - start < nanos;
              i = next.getAndIncrement()) {
            send(connection, OtlpLoad.request(first + i * batch, batch), batch, System.nanoTime());
          }
        });
  }

  @Override
  public void close() throws IOException {
    threads.close();
    for (LoadConnection connection : connections) {
      connection.close();
    }
  }
}
