package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/// The access log of an AWS application load balancer, in its short form of 2016 and the longer
/// ones since.
///
/// `time` is the request's end, `request_creation_time` of the longer form its start. Of its three
/// times in seconds, -1 means that it did not come to that. Both instants are in UTC; one that is
/// cut short is not a local time.
public final class AlbReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "alb",
          "AWS load balancer access log",
          LogFormat.Stamp.END,
          FieldNumbers.MICRO,
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
    return FirstLines.of(beginning).share(SURE, lines());
  }

  private static LineFormat lines() {
    DelimitedLine words = new DelimitedLine(' ');
    return (b, from, to, into) -> {
      if (from == to) {
        return LineFormat.Kind.EMPTY;
      }
      words.split(b, from, to);
      words.put(into, Fact.MARK, 0);
      words.put(into, Fact.TIME, TIME);
      boolean request =
          words.count() > SHORTEST
              && KINDS.contains(into.text(Fact.MARK))
              && into.text(Fact.TIME).endsWith("Z");
      facts(words, into);
      return LineFormat.Kind.of(request || into.refuse("it is not a load balancer's line"));
    };
  }

  private static void facts(DelimitedLine words, Entry into) {
    words.put(into, Fact.PEER, CLIENT);
    words.put(into, Fact.UPSTREAM_ADDRESS, TARGET);
    words.put(into, Fact.BEFORE_UPSTREAM_SECONDS, TO_TARGET);
    words.put(into, Fact.UPSTREAM_SECONDS, TARGET_TIME);
    words.put(into, Fact.AFTER_UPSTREAM_SECONDS, TO_CLIENT);
    words.put(into, Fact.START_TIME, CREATED);
    words.put(into, Fact.STATUS, STATUS);
    words.put(into, Fact.UPSTREAM_STATUS, TARGET_STATUS);
    words.put(into, Fact.RESPONSE_BYTES, SENT);
    words.put(into, Fact.REQUEST, REQUEST);
    words.put(into, Fact.USER_AGENT, USER_AGENT);
    words.put(into, Fact.AMZN_TRACE, TRACE);
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
