package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Circumstances.Wrong;
import dev.lightfoot.analysis.join.Traffic.Served;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What nginx, gunicorn, Django and PostgreSQL log of a [Traffic], each by its own clock and in its
/// own steps. A span's id names its owner and its kind.
final class TrafficLogs {
  static final int STATEMENTS = 11;

  private static final int THREADS_OF_A_WORKER = 8;

  private final Traffic traffic;
  private final List<Span> spans = new ArrayList<>();
  private int number;

  TrafficLogs(Traffic traffic) {
    this.traffic = traffic;
    traffic.served().forEach(this::log);
  }

  /// Everything that is left of the logs.
  List<Span> spans() {
    return List.copyOf(spans);
  }

  /// Whose request the span records.
  static int owner(Span span) {
    return Integer.parseInt(span.spanId().split(":", 3)[0]);
  }

  static String format(Span span) {
    return span.attributes().get(AttributeNames.FORMAT).orElseThrow();
  }

  private void log(Served each) {
    if (traffic.given().lost() && each.owner() != Traffic.OTHERS) {
      return;
    }
    long end = each.endNanos();
    add(
        each,
        "nginx",
        end,
        server(
            each,
            "nginx",
            Layer.PROXY,
            web(end, Traffic.MILLI),
            each.nanos() / Traffic.MILLI * Traffic.MILLI,
            Traffic.MILLI));
    long inner = each.nanos() - 300 * Traffic.MICRO;
    add(
        each,
        "gunicorn",
        end,
        server(
            each,
            "gunicorn",
            Layer.APP,
            web(end - 150 * Traffic.MICRO, Traffic.SECOND),
            inner,
            Traffic.SECOND));
    long at = each.arrivedNanos() + 2 * Traffic.MILLI;
    long step = (each.nanos() - 4 * Traffic.MILLI) / STATEMENTS;
    for (int i = 0; i < STATEMENTS; i++) {
      long start = at + i * step + traffic.random().nextLong(step / 4);
      long call = step / 2;
      add(
          each,
          "django",
          start + call,
          statement(each, "django", i, web(start + call, Traffic.MICRO), call, Traffic.MICRO));
      long done = start + call * 3 / 4;
      long stamp = floor(shifted(done, traffic.given().database()), Traffic.MILLI);
      add(
          each,
          "postgresql",
          done,
          statement(each, "postgresql", i, stamp, call / 4, Traffic.MILLI));
    }
  }

  private void add(Served each, String format, long end, Span span) {
    long begin = Traffic.BEGIN;
    long middle = traffic.middleNanos();
    boolean gone =
        switch (traffic.given().rotated()) {
          case NOT -> false;
          case BEFORE_THE_MIDDLE -> each.arrivedNanos() < middle;
          case AFTER_THE_MIDDLE -> each.arrivedNanos() >= middle;
        };
    boolean old = traffic.given().fresh() && (end < begin || end > traffic.written().toUnixNanos());
    if (!gone && !old) {
      boolean carries = traffic.given().ids() && !format.equals("postgresql");
      spans.add(
          carries ? span.inTrace(each.trace().orElseThrow(), Optional.of(ShopLogs.PROBE)) : span);
    }
  }

  private Span server(Served each, String format, Layer layer, long end, long nanos, long step) {
    return Span.of(
            id(each, format),
            "GET " + each.path(),
            layer,
            SpanKind.SERVER,
            SpanTime.ending(end, nanos, step))
        .with(
            Attributes.of(
                AttributeNames.FORMAT,
                format,
                AttributeNames.METHOD,
                "GET",
                AttributeNames.PATH,
                each.path(),
                AttributeNames.STATUS,
                "200",
                AttributeNames.PROCESS_ID,
                format.equals("nginx") ? "77" : process(each)));
  }

  private Span statement(Served each, String format, int i, long end, long nanos, long step) {
    boolean django = format.equals("django");
    String table = each.path().equals(Traffic.PATH) ? "supplier" : "product";
    Attributes attributes =
        Attributes.of(
            AttributeNames.FORMAT,
            format,
            AttributeNames.DB_SYSTEM,
            "postgresql",
            AttributeNames.DB_QUERY,
            "SELECT name FROM " + table + " WHERE id = " + i,
            AttributeNames.PROCESS_ID,
            django ? process(each) : "9" + each.thread());
    return Span.of(
            id(each, format),
            "SELECT",
            Layer.DATABASE,
            django ? SpanKind.CLIENT : SpanKind.SERVER,
            SpanTime.ending(end, nanos, step))
        .with(django ? attributes.with("thread.id", "14" + each.thread()) : attributes);
  }

  private String id(Served each, String format) {
    return each.owner() + ":" + format + ":" + number++;
  }

  private static String process(Served each) {
    return "25" + each.thread() / THREADS_OF_A_WORKER;
  }

  private long web(long nanos, long step) {
    return floor(shifted(nanos, traffic.given().web()), step);
  }

  private long shifted(long nanos, Wrong wrong) {
    long begin = Traffic.BEGIN;
    long at = begin + (long) ((traffic.endNanos() - begin) * wrong.stepAt());
    return nanos + wrong.shiftNanos() + (nanos >= at ? wrong.stepNanos() : 0);
  }

  private static long floor(long nanos, long step) {
    return Math.floorDiv(nanos, step) * step;
  }
}
