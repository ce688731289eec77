package dev.lightfoot.probe.dns.system;

import java.time.Duration;

/// What a resolution may take at most.
public final class DnsLimits {
  private DnsLimits() {}

  /// For one host, with every retry; where the computer's settings ask for more, [#GIVEN_TOTAL].
  public static final Duration TOTAL = Duration.ofSeconds(5);

  /// For one host, however long and often the computer's settings want its servers to be asked. The
  /// C library's own 5 s, twice to each of three servers, are 28 s; the most that can be written is
  /// 450 s.
  static final Duration GIVEN_TOTAL = Duration.ofSeconds(30);

  /// For one UDP question before the next server is asked.
  public static final Duration PER_TRY = Duration.ofMillis(1_500);

  /// For the first UDP question to each of several servers, before the next is asked. The C library
  /// waits 5 s here, Windows 1 s; a server that needs longer is asked again with [#PER_TRY].
  public static final Duration FIRST_TRY = Duration.ofMillis(750);

  /// For what is asked about a host after the runs, all of it together.
  public static final Duration FACTS = Duration.ofSeconds(2);

  /// Aliases followed one after the other.
  public static final int CNAME_CHAIN = 16;

  /// How long addresses of one family wait for the other (RFC 8305 section 3).
  public static final Duration OTHER_FAMILY = Duration.ofMillis(50);

  /// Bytes of a UDP answer that we offer to take (DNS flag day 2020).
  public static final int UDP_PAYLOAD = 1_232;
}
