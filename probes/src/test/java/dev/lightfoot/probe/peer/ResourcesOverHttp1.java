package dev.lightfoot.probe.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Answers with the scripted resources over http/1.1, each connection one after the other.
public record ResourcesOverHttp1(ResourceStamps stamps) implements ScriptedServer.Script {
  @Override
  public void play(Socket connection) throws Exception {
    while (true) {
      String head = ScriptedServer.readHead(connection);
      if (head.isEmpty()) {
        return;
      }
      Resource resource = Resource.of(head.split(" ", -1)[1]);
      stamps.of(resource).seen();
      answer(connection, resource);
    }
  }

  private void answer(Socket connection, Resource resource) throws IOException {
    OutputStream out = connection.getOutputStream();
    ResourceStamps.Stamps noted = stamps.of(resource);
    ScriptedServer.pause(connection, resource.delayMillis() / 2);
    if (resource.isHinted()) {
      noted.hinted();
      out.write(
          "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    ScriptedServer.pause(connection, resource.delayMillis() - resource.delayMillis() / 2);
    noted.first();
    out.write(head(resource).getBytes(StandardCharsets.US_ASCII));
    for (int slice = 0; slice < Resource.SLICES; slice++) {
      ScriptedServer.pause(connection, Resource.SLICE_MILLIS);
      noted.last();
      out.write(resource.slice());
    }
  }

  /// The head of that resource's answer.
  public static String head(Resource resource) {
    return "HTTP/1.1 200 OK\r\ncontent-length: "
        + resource.bytes()
        + "\r\nmark: "
        + resource.mark()
        + "\r\n\r\n";
  }
}
