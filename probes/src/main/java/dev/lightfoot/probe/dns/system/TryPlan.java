package dev.lightfoot.probe.dns.system;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/// How long each of several name servers is waited for, how often it is asked, and which is the
/// first: our own way ([DnsLimits]), unless the computer's settings demand another
/// (resolv.conf(5)).
///
/// @param timeoutSeconds what `timeout:n` says
/// @param attempts what `attempts:n` says: how often each server is asked
/// @param rotates whether the servers take turns in being the first, as `rotate` wants
public record TryPlan(OptionalInt timeoutSeconds, OptionalInt attempts, boolean rotates) {
  /// What the settings leave to us.
  public static final TryPlan OWN = new TryPlan(OptionalInt.empty(), OptionalInt.empty(), false);

  /// What the C library takes where the settings say only the other one of the two.
  private static final int USUAL_TIMEOUT = 5;

  private static final int USUAL_ATTEMPTS = 2;

  /// Whether the settings say how long and how often.
  private boolean isGiven() {
    return timeoutSeconds.isPresent() || attempts.isPresent();
  }

  /// Whether another question may follow.
  ///
  /// @param asked questions until now, to whichever server
  public boolean goesOn(int asked, int servers) {
    return !isGiven() || asked < attempts.orElse(USUAL_ATTEMPTS) * servers;
  }

  /// How long the answer to a question over UDP is waited for. The C library doubles it from server
  /// to server and shares it among them, in whole seconds.
  ///
  /// @param asked questions before this one, to whichever server
  public Duration patience(int asked, int servers) {
    if (isGiven()) {
      int at = asked % servers;
      int doubled = timeoutSeconds.orElse(USUAL_TIMEOUT) << at;
      return Duration.ofSeconds(Math.max(1, at == 0 ? doubled : doubled / servers));
    }
    return servers > 1 && asked < servers ? DnsLimits.FIRST_TRY : DnsLimits.PER_TRY;
  }

  /// What a resolution may take: as long as the settings want, but no less than our own limit and
  /// no more than [DnsLimits#GIVEN_TOTAL].
  public Duration limit(int servers) {
    Duration sum = Duration.ZERO;
    for (int asked = 0; isGiven() && goesOn(asked, servers); asked++) {
      sum = sum.plus(patience(asked, servers));
    }
    return Collections.min(
        List.of(DnsLimits.GIVEN_TOTAL, Collections.max(List.of(DnsLimits.TOTAL, sum))));
  }
}
