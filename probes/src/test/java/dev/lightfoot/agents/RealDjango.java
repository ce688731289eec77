package dev.lightfoot.agents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The Django of this machine with the round-trip log, in a child process: `/joined/` asks its
/// SQLite twice, `extra=1` once more; opening the connection is a trip as well.
public final class RealDjango implements AutoCloseable {
  /// Trips of `/joined/` to the database.
  public static final int TRIPS = 3;

  private static final Path AGENT =
      Path.of(System.getProperty("lightfoot.root")).resolve("assets/agents/django");
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SERVER =
      """
      import wsgiref.simple_server, test_lightfoot_trips as site
      from django.core.handlers.wsgi import WSGIHandler
      site.setUpModule()
      server = wsgiref.simple_server.make_server("127.0.0.1", 0, WSGIHandler())
      server.RequestHandlerClass.log_message = lambda *_: None
      print(server.server_port, flush=True)
      server.serve_forever()
      """;

  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private RealDjango(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it; skips the test, saying so, where there is no Django.
  ///
  /// @param log that it writes
  public static RealDjango start(Path log) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of(PYTHON)), "needs Python: apt-get install python3");
    Process asked = new ProcessBuilder(PYTHON, "-c", "import django").start();
    assumeTrue(
        asked.waitFor(1, TimeUnit.MINUTES) && asked.exitValue() == 0,
        "needs Django: apt-get install python3-django");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(PYTHON, "-c", SERVER))
            .directory(AGENT.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("PYTHONPATH", AGENT.toString());
    builder.environment().put("LIGHTFOOT_FILE", log.toString());
    Process process = builder.start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = said.readLine();
    if (port == null) {
      throw new IOException("Django did not start");
    }
    return new RealDjango(process, Integer.parseInt(port));
  }

  /// The address of that path and query.
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /// Asks for it, and has the whole answer.
  public void get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + ": " + response.statusCode());
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly().onExit().join();
  }
}
