package dev.lightfoot.probe.http;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.wire.BodyStart;
import java.util.List;
import java.util.Optional;

/// What came of a request.
///
/// @param exchange everything measured
/// @param failure why it broke off; empty where the whole response came
/// @param setCookies `Set-Cookie` lines of the response
/// @param location where a redirect leads, in ASCII; empty for none
/// @param remarks what was wrong with it although it was measured, in sentences
/// @param body how its body begins; empty where no response came
public record ExchangeResult(
    Exchange exchange,
    Optional<Failure> failure,
    List<Header> setCookies,
    Optional<String> location,
    List<String> remarks,
    Optional<BodyStart> body) {
  public ExchangeResult {
    setCookies = List.copyOf(setCookies);
    remarks = List.copyOf(remarks);
  }
}
