package dev.lightfoot.intake;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.intake.wrapped.LineNumbers;
import dev.lightfoot.intake.wrapped.WrappedLine;
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
import java.util.stream.Collectors;

/// Takes wrapped lines apart: each service's lines become a stream of their own, read by a thread
/// of its own, so that nginx and PostgreSQL in one compose log are each recognised.
final class Unwrapping {
  /// Services of one file.
  static final int MAX_SERVICES = 100;

  private static final int NAMED = 10;

  /// Reads the lines of a service.
  interface ServiceReader {
    /// Reads them to their end.
    ///
    /// @param numbers which lines of the file they are
    FileReading read(Optional<String> service, InputStream lines, LineNumbers numbers);
  }

  private final WrappingChoice choice;
  private final IntakeListener listener;
  private final InputStream in;
  private final ServiceReader reader;
  private final Map<Optional<String>, ServiceLines> services = new LinkedHashMap<>();
  private final List<Future<FileReading>> readings = new ArrayList<>();
  private long passedOver;
  private long number;

  Unwrapping(WrappingChoice choice, IntakeListener listener, InputStream in, ServiceReader reader) {
    this.choice = choice;
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
      List<FileReading> wanted = choice.wrapping().holdsOthers() ? withoutOthers(done) : done;
      return passedOver > 0 && !wanted.isEmpty()
          ? withWarning(
              wanted,
              passedOver
                  + " lines without the prefix of a container, or too long, were passed over.")
          : wanted;
    }
  }

  /// Of all that a machine's programs say, what is of a known format; all where nothing is.
  private static List<FileReading> withoutOthers(List<FileReading> all) {
    List<FileReading> known =
        new ArrayList<>(all.stream().filter(each -> !each.unrecognised()).toList());
    if (known.isEmpty() || known.size() == all.size()) {
      return all;
    }
    String others =
        all.stream()
            .filter(FileReading::unrecognised)
            .map(each -> each.part().orElse("lines that name none"))
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    int unnamed = all.size() - known.size() - NAMED;
    return withWarning(
        known,
        "Lines of programs whose format was not recognised were left out: "
            + others
            + (unnamed > 0 ? " and " + unnamed + " more." : "."));
  }

  private void distribute(ExecutorService threads) throws Cancelled {
    Optional<IOException> failure = Optional.empty();
    try {
      LineSource lines = new LineSource(in, new TooLong());
      WrappedLine line = new WrappedLine();
      while (lines.next()) {
        if (take(lines, line)) {
          service(line.service(), threads).add(line, lines.number());
        } else {
          passedOver++;
        }
        number = lines.number();
      }
    } catch (Cancelled e) {
      throw e;
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    for (ServiceLines each : services.values()) {
      each.end(failure, number);
    }
  }

  private boolean take(LineSource lines, WrappedLine into) {
    byte[] bytes = lines.bytes();
    boolean wrapped = choice.wrapping().read(bytes, lines.start(), lines.end(), into);
    if (wrapped && choice.whole().contains(into.service())) {
      into.take(bytes, lines.start(), lines.end());
    }
    return wrapped;
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
          ServiceLines lines = new ServiceLines(pipe);
          readings.add(
              threads.submit(
                  () -> {
                    try (pipe) {
                      return reader.read(name, pipe, lines.numbers());
                    }
                  }));
          return lines;
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

  private static List<FileReading> withWarning(List<FileReading> done, String sentence) {
    FileReading first = done.getFirst();
    List<String> warnings = new ArrayList<>(first.warnings());
    warnings.add(sentence);
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
