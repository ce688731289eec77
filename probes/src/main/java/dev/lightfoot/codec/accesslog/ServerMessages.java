package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Pattern;

/// What servers say of themselves. In containers, and where one file takes all, it stands between
/// the requests.
final class ServerMessages {
  private static final int LONGEST = 200;

  /// None of these can be read in two ways, so they take time linear in a line.
  private static final List<Pattern> SHAPES =
      List.of(
          // nginx: 2026/11/20 10:00:00 [error] 7#7: *1 connect() failed
          Pattern.compile("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d \\[[a-z]+] .*"),
          // Apache: [Fri Nov 20 10:00:00.123456 2026] [core:error] [pid 7]
          Pattern.compile("\\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d [\\d:.]+ \\d{4}] \\[.*"),
          // gunicorn: [2026-11-20 10:00:00 +0000] [7] [INFO] Booting worker
          Pattern.compile("\\[\\d{4}-\\d\\d-\\d\\d [\\d:.,]+ ?[-+\\d]*] \\[\\d+] \\[[A-Z]+] .*"),
          // Envoy: [2026-11-20 10:00:00.123][1][info][main] [source/server.cc:1] starting
          Pattern.compile("\\[\\d{4}-\\d\\d-\\d\\d [\\d:.]+]\\[\\d+]\\[[a-z]+].*"),
          // The ingress controller: I1120 10:00:00.123456       7 main.go:43] started
          Pattern.compile("[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{6} +\\d+ [\\w.-]+:\\d+] .*"),
          // Tomcat: 20-Nov-2026 10:00:00.000 INFO [main] org.apache
          Pattern.compile("\\d\\d-[A-Z][a-z]{2}-\\d{4} [\\d:.]+ [A-Z]+ \\[.*"),
          // Traefik: time="2026-11-20T10:00:00Z" level=info msg="…"
          Pattern.compile("time=\"?[\\d-]{10}T\\S+ level=.*"),
          // uvicorn: INFO:     Started server process [7]
          Pattern.compile("(?:INFO|WARNING|ERROR|CRITICAL|DEBUG):  +[A-Z].*"),
          // The start of nginx's image: /docker-entrypoint.sh: Configuration complete
          Pattern.compile("/?(?:docker-entrypoint\\.sh|\\d\\d-[\\w-]+\\.(?:sh|envsh)): .*"));

  private ServerMessages() {}

  /// Whether a line that is no request is such a message.
  static boolean isOne(byte[] b, int from, int to) {
    String beginning = new String(b, from, Math.min(to - from, LONGEST), ISO_8859_1);
    return SHAPES.stream().anyMatch(shape -> shape.matcher(beginning).matches());
  }
}
