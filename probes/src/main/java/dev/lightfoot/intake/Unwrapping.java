package dev.lightfoot.intake;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/// Takes wrapped lines apart: each service's lines become a stream of their own, read by a thread
/// of its own, so that nginx and PostgreSQL in one compose log are each recognised.
final class Unwrapping {
  /// Services of one file.
  static final int MAX_SERVICES = 100;

  private final Wrapping wrapping;
  private final IntakeListener listener;
  private final InputStream in;
  private final BiFunction<Optional<String>, InputStream, FileReading> reader;
  private final Map<Optional<String>, ServiceLines> services = new LinkedHashMap<>();
  private final List<Future<FileReading>> readings = new ArrayList<>();
  private long passedOver;

  /// @param reader reads the lines of a service
  Unwrapping(
      Wrapping wrapping,
      IntakeListener listener,
      InputStream in,
      BiFunction<Optional<String>, InputStream, FileReading> reader) {
    this.wrapping = wrapping;
    this.listener = listener;
    this.in = in;
    this.reader = reader;
  }

  List<FileReading> read() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        distribute(threads);
      } catch (Cancelled e) {
        // The readers ask for themselves.
      }
      List<FileReading> done = new ArrayList<>();
      for (Future<FileReading> reading : readings) {
        done.add(result(reading));
      }
      return passedOver > 0 && !done.isEmpty() ? withWarning(done) : done;
    }
  }

  private void distribute(ExecutorService threads) throws Cancelled {
    Optional<IOException> failure = Optional.empty();
    try {
      LineSource lines = new LineSource(in, new TooLong());
      WrappedLine line = new WrappedLine();
      while (lines.next()) {
        if (wrapping.read(lines.bytes(), lines.start(), lines.end(), line)) {
          service(line.service(), threads).add(line);
        } else {
          passedOver++;
        }
      }
    } catch (Cancelled e) {
      throw e;
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    for (ServiceLines each : services.values()) {
      each.end(failure);
    }
  }

  private ServiceLines service(Optional<String> named, ExecutorService threads) {
    Optional<String> name =
        services.size() < MAX_SERVICES || services.containsKey(named)
            ? named
            : Optional.of("other services");
    return services.computeIfAbsent(
        name,
        _ -> {
          Pipe pipe = new Pipe(listener);
          readings.add(
              threads.submit(
                  () -> {
                    try (pipe) {
                      return reader.apply(name, pipe);
                    }
                  }));
          return new ServiceLines(pipe);
        });
  }

  private static FileReading result(Future<FileReading> reading) {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<FileReading> withWarning(List<FileReading> done) {
    FileReading first = done.getFirst();
    List<String> warnings = new ArrayList<>(first.warnings());
    warnings.add(
        passedOver + " lines without the prefix of a container, or too long, were passed over.");
    done.set(0, first.with(warnings));
    return done;
  }

  /// Counts lines that are too long.
  private final class TooLong implements Reading {
    @Override
    public void span(Span span) {
      throw new IllegalStateException("lines contain no spans");
    }

    @Override
    public void skipped(String place, String reason) {
      passedOver++;
    }

    @Override
    public void warning(String sentence) {
      throw new IllegalStateException(sentence);
    }

    @Override
    public boolean cancelled() {
      return listener.cancelled();
    }
  }
}
