package dev.lightfoot.app.reception;

import java.util.List;

/// Where a receiver listens, as those who send need it.
///
/// @param otlpPort of OTLP over HTTP
/// @param zipkinPort of Zipkin's API
public record ReceiverAddresses(int otlpPort, int zipkinPort) {
  /// One environment variable.
  public record Variable(String name, String value) {
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  /// The base to which senders of OTLP add `/v1/traces`. By number: a name may lead a program to an
  /// address at which this computer has nobody listening.
  public String otlp() {
    return "http://127.0.0.1:" + otlpPort;
  }

  /// Where Zipkin's reporters post.
  public String zipkin() {
    return "http://127.0.0.1:" + zipkinPort + "/api/v2/spans";
  }

  /// What makes a program with OpenTelemetry send here (OpenTelemetry specification, environment
  /// variables of SDKs). Metrics and logs would be taken and passed over: they are not sent at all.
  public List<Variable> environment() {
    return List.of(
        new Variable("OTEL_SERVICE_NAME", "my-service"),
        new Variable("OTEL_TRACES_EXPORTER", "otlp"),
        new Variable("OTEL_METRICS_EXPORTER", "none"),
        new Variable("OTEL_LOGS_EXPORTER", "none"),
        new Variable("OTEL_EXPORTER_OTLP_ENDPOINT", otlp()),
        new Variable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
  }
}
