package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.List;
import java.util.Optional;

/// Lines of one nginx log: of a format that a person gave or that its first lines show, and JSON.
final class NginxLines implements LineFormat {
  /// The format of the Kubernetes ingress controller.
  private static final String INGRESS =
      CombinedTail.COMBINED
          + " $request_length $request_time [$proxy_upstream_name]"
          + " [$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length"
          + " $upstream_response_time $upstream_status $req_id";

  private static final LinePattern OPEN = NginxFormat.compile(CombinedTail.COMBINED, true);
  static final LinePattern INGRESS_PATTERN = NginxFormat.compile(INGRESS);

  private final JsonLine json = new JsonLine(KeyNames.common());
  private final Layouts layouts;
  private final boolean jsonAllowed;

  private NginxLines(boolean jsonAllowed, LinePattern... patterns) {
    layouts = new Layouts(List.of(patterns));
    this.jsonAllowed = jsonAllowed;
  }

  static NginxLines of(byte[] beginning, ReadSettings settings) {
    Optional<String> format = settings.pattern();
    return format.isPresent()
        ? new NginxLines(false, NginxFormat.compile(format.get()))
        : of(FirstLines.of(beginning));
  }

  /// By the look of the lines alone.
  static NginxLines of(FirstLines sample) {
    if (isIngress(sample)) {
      return new NginxLines(true, INGRESS_PATTERN, OPEN);
    }
    return new NginxLines(
        true, CombinedTail.of(sample).map(CombinedTail::ofSeconds).orElse(OPEN), OPEN);
  }

  static boolean isIngress(FirstLines sample) {
    return sample.share(
            100, (b, from, to, into) -> Kind.of(INGRESS_PATTERN.scan(b, from, to, into) >= 0))
        > 50;
  }

  @Override
  public Kind take(byte[] b, int from, int to, Entry into) {
    return jsonAllowed && from < to && b[from] == '{'
        ? json(b, from, to, into)
        : layouts.take(b, from, to, into);
  }

  private Kind json(byte[] b, int from, int to, Entry into) {
    if (!json.scan(b, from, to, into)) {
      return Kind.BAD;
    }
    return isRequest(into) ? Kind.ENTRY : Kind.OTHER;
  }

  static boolean isRequest(Entry entry) {
    return entry.has(Fact.STATUS) || entry.has(Fact.REQUEST) || entry.has(Fact.METHOD);
  }
}
