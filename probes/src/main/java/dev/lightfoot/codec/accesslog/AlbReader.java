package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/// The access log of an AWS application load balancer, in its short form of 2016 and the longer
/// ones since.
///
/// `time` is the request's end, `request_creation_time` of the longer form its start. Of its three
/// times in seconds, -1 means that it did not come to that.
public final class AlbReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "alb",
          "AWS load balancer access log",
          LogFormat.Stamp.END,
          Numbers.MICRO,
          true,
          Optional.empty());

  private static final Set<String> KINDS = Set.of("http", "https", "h2", "grpcs", "ws", "wss");
  private static final int SHORTEST = 12;
  private static final int SURE = 95;

  private static final int TIME = 1;
  private static final int CLIENT = 3;
  private static final int TARGET = 4;
  private static final int TO_TARGET = 5;
  private static final int TARGET_TIME = 6;
  private static final int TO_CLIENT = 7;
  private static final int STATUS = 8;
  private static final int TARGET_STATUS = 9;
  private static final int SENT = 11;
  private static final int REQUEST = 12;
  private static final int USER_AGENT = 13;
  private static final int TRACE = 17;
  private static final int CREATED = 21;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    return Sample.of(beginning).share(SURE, lines());
  }

  private static LineFormat lines() {
    Words words = new Words(' ');
    Stamps ends = new Stamps(Optional.empty());
    Stamps starts = new Stamps(Optional.empty());
    return (b, from, to, into) -> {
      if (from == to) {
        return LineFormat.Kind.EMPTY;
      }
      words.split(b, from, to);
      words.put(into, Fact.MARK, 0);
      if (words.count() <= SHORTEST || !KINDS.contains(into.text(Fact.MARK))) {
        return LineFormat.Kind.of(into.refuse("it is not a load balancer's line"));
      }
      facts(words, into);
      return LineFormat.Kind.of(times(words, ends, starts, into));
    };
  }

  private static void facts(Words words, Entry into) {
    words.put(into, Fact.CLIENT, CLIENT);
    into.put(Fact.CLIENT, Addresses.host(into.text(Fact.CLIENT)));
    words.put(into, Fact.UPSTREAM_ADDRESS, TARGET);
    words.put(into, Fact.STATUS, STATUS);
    words.put(into, Fact.UPSTREAM_STATUS, TARGET_STATUS);
    words.put(into, Fact.RESPONSE_BYTES, SENT);
    words.put(into, Fact.REQUEST, REQUEST);
    words.put(into, Fact.USER_AGENT, USER_AGENT);
    words.put(into, Fact.AMZN_TRACE, TRACE);
  }

  private static boolean times(Words words, Stamps ends, Stamps starts, Entry into) {
    words.put(into, Fact.TIME, TIME);
    if (!ends.read(into.bytes(Fact.TIME), into.from(Fact.TIME), into.to(Fact.TIME))) {
      return into.refuse(ends.problem);
    }
    into.atNanos = ends.nanos;
    into.resolutionNanos = ends.resolution;
    long before = words.seconds(TO_TARGET);
    long target = words.seconds(TARGET_TIME);
    long after = words.seconds(TO_CLIENT);
    words.put(into, Fact.TIME_FINE, CREATED);
    if (into.has(Fact.TIME_FINE)
        && starts.read(
            into.bytes(Fact.TIME_FINE), into.from(Fact.TIME_FINE), into.to(Fact.TIME_FINE))
        && starts.nanos <= ends.nanos) {
      into.durationNanos = ends.nanos - starts.nanos;
    } else if (before != Entry.NONE && target != Entry.NONE && after != Entry.NONE) {
      into.durationNanos = before + target + after;
      into.resolutionNanos = Numbers.MILLI;
    }
    if (before != Entry.NONE && target != Entry.NONE) {
      into.phases.add(Phase.upstream(before, target, Numbers.MILLI, target(into)));
    }
    return true;
  }

  private static Attributes target(Entry into) {
    Attributes.Builder attributes = Attributes.builder();
    if (into.has(Fact.UPSTREAM_ADDRESS)) {
      Addresses.add(attributes, into.text(Fact.UPSTREAM_ADDRESS));
    }
    if (into.has(Fact.UPSTREAM_STATUS)) {
      attributes.add(AttributeNames.STATUS, into.text(Fact.UPSTREAM_STATUS));
    }
    return attributes.build();
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.of(new AccessLogParts(FORMAT, Layer.PROXY, lines()));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    AccessLog.read(in, lines(), new EntrySpans(FORMAT, Layer.PROXY, settings, into), into);
  }
}
