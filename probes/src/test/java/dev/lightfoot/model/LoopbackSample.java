package dev.lightfoot.model;

import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.KernelTcp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A run against a server on this computer, over plain HTTP/1.1.
public final class LoopbackSample {
  private static final String PEER = "127.0.0.1:8000";

  private LoopbackSample() {}

  public static Run run() {
    Connection connection =
        new Connection(
            1,
            false,
            Optional.of(PEER),
            Optional.of(new KernelTcp(20_000, 5_000, 12_000, 10, 0)),
            List.of(
                new ConnectionAttempt(
                    PEER, 0, 340_000, ConnectionAttempt.CONNECTED, Optional.empty())));
    return Samples.run(
        RunState.COLD,
        Optional.empty(),
        new ExchangeBuilder("http://127.0.0.1:8000/", "GET")
            .status(OptionalInt.of(200))
            .protocol(Optional.of("http/1.1"))
            .connection(Optional.of(connection))
            .phase(Phase.TCP, Samples.took(0, 340, 1))
            .phase(Phase.SEND, Samples.took(340, 20, 0))
            .phase(Phase.WAIT, Samples.took(360, 5_200, 1))
            .phase(Phase.RECEIVE, Samples.took(5_560, 700, 0))
            .response(Optional.of(Samples.response()))
            .build());
  }
}
