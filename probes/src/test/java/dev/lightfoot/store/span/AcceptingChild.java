package dev.lightfoot.store.span;

import dev.lightfoot.store.span.journal.JournalSpanStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A program of its own for tests: accepts traces until it is killed or cannot go on.
final class AcceptingChild {
  private AcceptingChild() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "until-killed" ->
          untilKilled(folder, Integer.parseInt(args[2]), Long.parseLong(args[3]));
      case "until-full" -> untilFull(folder);
      case "many" -> many(folder, Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void untilKilled(Path folder, int first, long spans) throws IOException {
    SpanStore store = JournalSpanStore.open(folder, new SpanRetention(spans, 1L << 30));
    AtomicInteger next = new AtomicInteger(first);
    for (int i = 0; i < 4; i++) {
      Thread.ofPlatform().start(() -> acceptForEver(store, next));
    }
  }

  private static void acceptForEver(SpanStore store, AtomicInteger next) {
    try {
      while (true) {
        int number = next.getAndIncrement();
        store.accept(SpanSamples.cart(number));
        synchronized (System.out) {
          System.out.println(number);
          System.out.flush();
        }
      }
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }

  /// Accepts so many traces, closes the store, and says how many it has when it is opened again.
  private static void many(Path folder, int traces) throws IOException {
    SpanRetention roomy = new SpanRetention(10_000_000, 1L << 40);
    try (SpanStore store = JournalSpanStore.open(folder, roomy)) {
      for (int i = 0; i < traces; i += 100) {
        store.accept(SpanSamples.carts(i, i + 100));
      }
    }
    try (SpanStore store = JournalSpanStore.open(folder, roomy)) {
      System.out.println(store.counts().kept() + " " + store.trace(SpanSamples.traceId(0)).size());
    }
  }

  private static void untilFull(Path disk) throws IOException {
    Path folder = disk.resolve("spans");
    Path ballast = disk.resolve("ballast");
    Files.write(ballast, new byte[4 << 20]);
    int accepted = 0;
    try (SpanStore store = JournalSpanStore.open(folder, SpanRetention.STANDARD)) {
      try {
        while (true) {
          store.accept(SpanSamples.carts(accepted * 100, accepted * 100 + 100));
          accepted++;
        }
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
      System.out.println("some " + (accepted > 0));
      Files.delete(ballast);
      store.accept(SpanSamples.cart(1_000_000));
      System.out.println("goes on " + (store.counts().accepted() == accepted * 500L + 5));
    }
    try (JournalSpanStore store = JournalSpanStore.open(folder, SpanRetention.STANDARD)) {
      boolean whole = true;
      for (int i = 0; i < accepted * 100; i += 50) {
        whole &= store.trace(SpanSamples.traceId(i)).equals(SpanSamples.cart(i));
      }
      boolean counted = store.counts().kept() == accepted * 500L + 5;
      System.out.println("whole " + (whole && counted) + ", damaged " + store.damaged().size());
    }
  }
}
