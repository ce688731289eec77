package dev.lightfoot.codec.har;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.codec.har.write.HarWriter;
import dev.lightfoot.model.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What we wrote of a snapshot, and what is wrong with it by HAR 1.2.
@SuppressWarnings("ArrayRecordComponent") // made and looked at in one test
public record WrittenHar(byte[] bytes) {
  private static final double NANO_IN_MILLIS = 1e-6;

  public static WrittenHar of(Snapshot snapshot) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HarWriter.write(snapshot, "1.0.0", out);
    return new WrittenHar(out.toByteArray());
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(bytes);
  }

  /// Faults by the schema and by the rules that a schema cannot say.
  public List<String> faults() throws IOException {
    List<String> faults = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(WrittenHar.class.getResourceAsStream("har-1.2.schema.json"))) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      schema
          .validate(new String(bytes, StandardCharsets.UTF_8), InputFormat.JSON)
          .forEach(error -> faults.add(error.toString()));
    }
    for (JsonNode entry : json().at("/log/entries")) {
      JsonNode timings = entry.get("timings");
      double sum = 0;
      for (String name : List.of("blocked", "dns", "connect", "send", "wait", "receive")) {
        sum += Math.max(0, timings.get(name).asDouble());
      }
      if (Math.abs(sum - entry.get("time").asDouble()) > NANO_IN_MILLIS * 10) {
        faults.add("time is not the sum: " + entry.get("time") + " and " + timings);
      }
      if (timings.get("ssl").asDouble() > timings.get("connect").asDouble()) {
        faults.add("ssl is longer than connect: " + timings);
      }
    }
    return faults;
  }

  /// The snapshots that it is read as.
  public List<Snapshot> readAgain() throws IOException {
    return ReadCapture.of(new HarReader(), bytes).snapshots;
  }
}
