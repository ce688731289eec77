package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Prints how fast an nginx log is read: `AccessLogSpeed FILE ROUNDS`, alone and as two halves at
/// once.
public final class AccessLogSpeed {
  private AccessLogSpeed() {}

  public static void main(String... arguments) throws Exception {
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    int half = file.length / 2;
    while (file[half - 1] != '\n') {
      half++;
    }
    int middle = half;
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      long start = System.nanoTime();
      long spans = count(file, 0, file.length);
      print("one thread", file.length, spans, start);
      start = System.nanoTime();
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        Callable<Long> first = () -> count(file, 0, middle);
        Callable<Long> second = () -> count(file, middle, file.length);
        spans = 0;
        for (var counted : two.invokeAll(List.of(first, second))) {
          spans += counted.get();
        }
      }
      print("two threads", file.length, spans, start);
    }
  }

  private static void print(String how, int bytes, long spans, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %d spans, %.0f MB/s%n", how, spans, bytes / 1e6 / seconds);
  }

  private static long count(byte[] file, int from, int to) throws IOException {
    Counter counter = new Counter();
    InputStream in = new ByteArrayInputStream(file, from, to - from);
    new NginxReader().read(in, ReadSettings.NONE, counter);
    return counter.spans;
  }

  private static final class Counter implements Reading {
    private long spans;

    @Override
    public void span(Span span) {
      spans++;
    }

    @Override
    public void skipped(String place, String reason) {
      System.out.println(place + ": " + reason);
    }

    @Override
    public void warning(String sentence) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
