package dev.lightfoot.app.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The commands that people wait for, played through once against this computer: asked for by the
/// system property `lightfoot.rehearsal` with the value `commands`. Installers make the AOT cache
/// of the command line by it.
public final class CommandRehearsal {
  private CommandRehearsal() {}

  /// Whether this start is to rehearse.
  public static boolean isWanted() {
    return System.getProperty("lightfoot.rehearsal", "").equals("commands");
  }

  /// Plays them.
  ///
  /// @return the first exit status that is not 0, else 0
  public static int play(Cli cli) throws IOException {
    Path folder = Files.createTempDirectory("lightfoot-rehearsal");
    String log = RehearsalLogs.access(folder).toString();
    String traces = RehearsalLogs.traces(folder).toString();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "ok\n".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      String data = folder.resolve("data").toString();
      int status = cli.run("probe", url, "--runs", "2", "--data-dir", data, "--save", "rehearsal");
      status = first(status, cli.run("probe", url, "--runs", "1", "--json", "--data-dir", data));
      status = first(status, cli.run("compare", url, url, "--runs", "2", "--data-dir", data));
      status = first(status, cli.run("ingest", log, "--data-dir", data));
      status = first(status, cli.run("findings", traces, "--data-dir", data));
      status = first(status, cli.run("snapshot", "list", "--data-dir", data));
      return first(status, cli.run("--version"));
    } finally {
      server.stop(0);
    }
  }

  private static int first(int before, int now) {
    return before == 0 ? now : before;
  }
}
