package dev.lightfoot.analysis.join;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Requests that two views worked on, one after the other, whose truth is known: nginx asked a
/// second upstream after a refusal, and says when, or asked for leave first, and does not. nginx
/// and gunicorn log trace ids, Django logs none. A statement's text names its request and its view.
final class RefusedTraffic {
  private static final int OTHERS = -1;

  private final Random random;
  private final List<Run> runs = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final boolean attempts;
  private final int processes;
  private final int threads;
  private final int[] statements;
  private final boolean steady;
  private final boolean helped;
  private final long[] busyUntil;
  private int number;

  RefusedTraffic(long seed) {
    random = new Random(seed);
    attempts = random.nextBoolean();
    processes = 1 + random.nextInt(4);
    threads = random.nextBoolean() ? 1 : 8;
    statements = new int[] {random.nextInt(3), random.nextInt(8)};
    steady = random.nextInt(4) > 0;
    helped = random.nextInt(6) == 0;
    busyUntil = new long[processes * threads];
    double rate = new double[] {0, 0, 0.05, 1, 5, 20}[random.nextInt(6)];
    int many = new int[] {1, 3, 5, 10}[random.nextInt(4)];
    serve(rate, many);
  }

  List<Run> runs() {
    return List.copyOf(runs);
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  /// Which run and view that statement is of; -1 for others'.
  static String truth(Span statement) {
    return statement.attributes().get(AttributeNames.DB_QUERY).orElseThrow().split("'", 3)[1];
  }

  private void serve(double rate, int many) {
    long at = Traffic.BEGIN;
    long next = rate == 0 ? Long.MAX_VALUE : at - 11 * Traffic.SECOND + pause(rate);
    for (int i = 0; i < many; i++) {
      at += 200 * Traffic.MILLI + random.nextLong(20 * Traffic.MILLI);
      while (next < at) {
        request(OTHERS, next);
        next += pause(rate);
      }
      at = request(i, at);
    }
    while (next < at + 11 * Traffic.SECOND) {
      request(OTHERS, next);
      next += pause(rate);
    }
  }

  private long pause(double rate) {
    return (long) (-Math.log(1 - random.nextDouble()) / rate * Traffic.SECOND);
  }

  /// When it was over.
  private long request(int owner, long sent) {
    String trace =
        owner == OTHERS ? "%032x".formatted(random.nextLong() | 1) : ShopLogs.trace(owner);
    long way = 10 * Traffic.MILLI;
    long begin = sent + way;
    long[] ends = new long[2];
    ends[0] = view(owner, 0, begin + 200 * Traffic.MICRO, trace);
    ends[1] = view(owner, 1, ends[0] + 500 * Traffic.MICRO, trace);
    long end = ends[1] + 300 * Traffic.MICRO;
    String id = "n" + number++;
    spans.add(span(id, Layer.PROXY, SpanKind.SERVER, time(begin, end, Traffic.MILLI), trace, ""));
    if (attempts) {
      upstream(id, begin, ends[0], trace);
    }
    upstream(id, ends[0], ends[1], trace);
    if (owner != OTHERS) {
      runs.add(Traffic.run(sent, end + way - sent, Optional.of(trace)));
    }
    return end + way;
  }

  private void upstream(String proxy, long begin, long end, String trace) {
    // after a question for leave nobody knows when it was asked
    long step = attempts ? Traffic.MILLI : 50 * Traffic.MILLI;
    spans.add(
        span("u" + number++, Layer.APP, SpanKind.CLIENT, time(begin, end, step), trace, proxy));
  }

  private long view(int owner, int which, long from, String trace) {
    int thread = random.nextInt(busyUntil.length);
    long begin = Math.max(from, busyUntil[thread]);
    int many = steady ? statements[which] : which + random.nextInt(statements[which] + 1);
    long at = begin + Traffic.MILLI + random.nextLong(2 * Traffic.MILLI);
    for (int i = 0; i < many; i++) {
      long length = 3 * Traffic.MILLI + random.nextLong(2 * Traffic.MILLI);
      // some views have a thread of their own beside them
      boolean beside = helped && which == 1 && i == 0;
      statement(owner, which, at, length, beside ? busyUntil.length + thread : thread);
      at += beside ? Traffic.MILLI : length + random.nextLong(Traffic.MILLI);
    }
    long end = at + Traffic.MILLI + random.nextLong((1 + 9L * random.nextInt(3)) * Traffic.MILLI);
    busyUntil[thread] = end;
    long stamp = Math.floorDiv(end, Traffic.SECOND) * Traffic.SECOND;
    Span view =
        span(
            owner + "." + which + "v" + number++,
            Layer.APP,
            SpanKind.SERVER,
            SpanTime.ending(stamp, end - begin, Traffic.SECOND),
            trace,
            ShopLogs.PROBE);
    String path = which == 0 ? "/first/" : Traffic.PATH;
    spans.add(
        view.with(
            view.attributes()
                .with(AttributeNames.PATH, path)
                .with(AttributeNames.STATUS, which == 0 ? "503" : "200")
                .with(AttributeNames.PROCESS_ID, process(thread))));
    return end;
  }

  private String process(int thread) {
    return "25" + thread % busyUntil.length % processes;
  }

  private void statement(int owner, int which, long at, long length, int thread) {
    Attributes attributes =
        Attributes.of(
            AttributeNames.FORMAT,
            "django",
            AttributeNames.DB_SYSTEM,
            "postgresql",
            AttributeNames.DB_QUERY,
            "SELECT '" + owner + "." + which + "'",
            AttributeNames.PROCESS_ID,
            process(thread));
    spans.add(
        Span.of(
                "d" + number++,
                "SELECT",
                Layer.DATABASE,
                SpanKind.CLIENT,
                time(at, at + length, Traffic.MICRO))
            .with(attributes.with(AttributeNames.THREAD_ID, "14" + thread)));
  }

  private static SpanTime time(long begin, long end, long step) {
    long fine = Math.min(step, Traffic.MILLI);
    long length = (end - begin) / fine * fine;
    return SpanTime.ending(Math.floorDiv(end, fine) * fine, length, step);
  }

  private static Span span(
      String id, Layer layer, SpanKind kind, SpanTime time, String trace, String parent) {
    boolean gunicorn = layer == Layer.APP && kind == SpanKind.SERVER;
    Attributes attributes =
        Attributes.of(AttributeNames.FORMAT, gunicorn ? "gunicorn" : "nginx")
            .with(AttributeNames.METHOD, "GET");
    return Span.of(id, "GET", layer, kind, time)
        .with(
            kind == SpanKind.CLIENT
                ? attributes
                : attributes.with(AttributeNames.PATH, Traffic.PATH))
        .inTrace(trace, Optional.of(parent.isEmpty() ? ShopLogs.PROBE : parent));
  }
}
