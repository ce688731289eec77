package dev.lightfoot.receive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The traced program of `src/test/node`, running under Node.js.
final class NodeShop implements AutoCloseable {
  private static final Path FOLDER = Path.of("src", "test", "node");
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Process process;
  private final BufferedReader out;
  private final int port;

  /// @param protocol proto, json or zipkin
  /// @param compression gzip or none
  NodeShop(String protocol, String url, String compression) throws IOException {
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")) && isInstalled(),
        "skipped: needs Node.js, and `npm ci` in probes/src/test/node");
    ProcessBuilder builder =
        new ProcessBuilder("node", "shop.js", protocol, url)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder.environment().put("OTEL_EXPORTER_OTLP_COMPRESSION", compression);
    process = builder.start();
    out = process.inputReader();
    port = MAPPER.readTree(out.readLine()).path("port").asInt();
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Asks the shop as a client that traces.
  int get(String path, String traceparent) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .header("traceparent", traceparent)
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  /// Lets it send what it has and end.
  ///
  /// @return what it said: spans that its SDK recorded, and complaints of its exporter
  List<JsonNode> end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    List<JsonNode> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(MAPPER.readTree(line));
    }
    process.waitFor();
    return said;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
