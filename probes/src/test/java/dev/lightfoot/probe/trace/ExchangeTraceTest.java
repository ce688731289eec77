package dev.lightfoot.probe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.connection.ConnectionAttempt;
import org.junit.jupiter.api.Test;

class ExchangeTraceTest {
  private final ExchangeTrace trace = new ExchangeTrace(new RunClock(), (_, _) -> {});

  @Test
  void whatIsNotedAfterItsEndIsNoPartOfIt() {
    trace.mark(Mark.FIRST_BYTE, 10);
    trace.body(5, 10, 20);
    trace.over();
    trace.mark(Mark.LAST_BYTE, 30);
    trace.move(Mark.FIRST_BYTE, 30);
    trace.markEarliest(Mark.FIRST_BYTE, 5);
    trace.body(5, 30, 40);
    trace.requestBytes(1, 1);
    trace.fail(ErrorType.CONNECTION_RESET, "The connection that it had was reset later.");
    assertThat(trace.has(Mark.LAST_BYTE)).isFalse();
    assertThat(trace.at(Mark.FIRST_BYTE)).hasValue(10);
    assertThat(trace.bodyBytes()).isEqualTo(5);
    assertThat(trace.requestHeaderBytes() + trace.requestBodyBytes()).isZero();
    assertThat(trace.failure()).isEmpty();
  }

  @Test
  void whatIsStillUnderWayAtItsEndIsGivenUpThen() {
    int late = trace.handshakes().attemptStarted("192.0.2.1:443", 0);
    trace.over();
    ConnectionAttempt given = trace.handshakes().attempts().getFirst();
    trace.handshakes().attemptConnected(late, Long.MAX_VALUE);
    assertThat(given.outcome()).isEqualTo(ConnectionAttempt.ABANDONED);
    assertThat(trace.handshakes().attempts()).containsExactly(given);
  }
}
