package dev.lightfoot.probe.http;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.wire.BodyStart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What came of a request: what the next one of a chain waits for at once, the rest when it is
/// asked for.
///
/// @param status of the final response; empty where none came
/// @param failure why it broke off; empty where the whole response came
/// @param headers header lines of the response; empty where none came
/// @param location where a redirect leads, in ASCII; empty for none
/// @param later everything measured, put together when it is first asked for
public record ExchangeResult(
    OptionalInt status,
    Optional<Failure> failure,
    List<Header> headers,
    Optional<String> location,
    Deferred<Facts> later) {
  public ExchangeResult {
    headers = List.copyOf(headers);
  }

  /// What is known of an exchange that has ended.
  ///
  /// @param exchange everything measured
  /// @param remarks what was wrong with it although it was measured, in sentences
  /// @param body how its body begins; empty where no response came
  public record Facts(Exchange exchange, List<String> remarks, Optional<BodyStart> body) {
    public Facts {
      remarks = List.copyOf(remarks);
    }
  }

  /// `Set-Cookie` lines of the response.
  public List<Header> setCookies() {
    return headers.stream().filter(header -> header.named("set-cookie")).toList();
  }

  /// Everything measured.
  public Facts facts() {
    return later.get();
  }
}
