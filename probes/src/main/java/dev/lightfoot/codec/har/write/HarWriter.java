package dev.lightfoot.codec.har.write;

import dev.lightfoot.codec.har.OwnFields;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Writes a snapshot as HTTP Archive 1.2: each run is a page. Valid against the schema and against
/// the rule that `time` is the sum of the timings: the time between phases, which HAR does not
/// know, is no part of it and stands in `_lightfoot.gap`. Read again, it is the same snapshot, but
/// for what HAR has no customary place for: questions to resolvers, certificates, attempts at other
/// addresses, counters of the kernel, spans of servers.
public final class HarWriter {
  private HarWriter() {}

  /// Writes all of it; give it a redacted snapshot where it leaves this computer.
  ///
  /// @param version of this program
  public static void write(Snapshot snapshot, String version, OutputStream out) throws IOException {
    try (HarSink json = new HarSink(out)) {
      json.object(
          () ->
              json.object(
                  "log",
                  () -> {
                    json.text("version", "1.2");
                    program(json, "creator", "Lightfoot", version);
                    browser(snapshot).ifPresent(name -> browser(json, name));
                    log(snapshot, json);
                  }));
    }
  }

  private static void log(Snapshot snapshot, HarSink json) {
    json.array(
        "pages",
        () -> {
          for (int i = 0; i < snapshot.runs().size(); i++) {
            PageWriter.write(snapshot, i, json);
          }
        });
    json.array(
        "entries",
        () -> {
          for (int i = 0; i < snapshot.runs().size(); i++) {
            Run run = snapshot.runs().get(i);
            for (int j = 0; j < run.exchanges().size(); j++) {
              new EntryWriter(snapshot, i, j, json).write();
            }
          }
        });
    json.object(OwnFields.NAME, () -> own(snapshot, json));
    json.kept(KeptMembers.of(snapshot.unknown().get("/har")));
  }

  private static void own(Snapshot snapshot, HarSink json) {
    Environment environment = snapshot.environment();
    json.text("id", snapshot.id());
    json.text("name", snapshot.name());
    json.text("target", snapshot.target());
    json.text("lightfoot", environment.lightfoot());
    json.text("os", environment.os());
    json.text("java", environment.java());
    json.text("resolver", environment.resolver());
    json.text("proxy", environment.proxy());
    json.text("place", environment.place());
    json.text("serverPlace", environment.serverPlace());
    json.texts("warnings", environment.warnings());
  }

  private static Optional<String> browser(Snapshot snapshot) {
    return snapshot.runs().stream()
        .flatMap(run -> run.page().stream())
        .flatMap(page -> page.source().stream())
        .flatMap(source -> source.browser().stream())
        .findFirst();
  }

  private static void browser(HarSink json, String name) {
    int space = name.lastIndexOf(' ');
    program(
        json,
        "browser",
        space < 0 ? name : name.substring(0, space),
        space < 0 ? "" : name.substring(space + 1));
  }

  private static void program(HarSink json, String member, String name, String version) {
    json.object(
        member,
        () -> {
          json.text("name", name);
          json.text("version", version);
        });
  }
}
