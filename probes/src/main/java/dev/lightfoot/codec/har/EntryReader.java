package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.CaptureTime;
import dev.lightfoot.codec.json.JsonSource;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads one entry as it stands in the file.
final class EntryReader {
  /// Stacks of asynchronous calls in one another that are looked at.
  private static final int MOST_STACKS = 32;

  private final JsonSource json;
  private final EntryDraft entry;

  private EntryReader(JsonSource json, EntryDraft entry) {
    this.json = json;
    this.entry = entry;
  }

  /// Reads the object that has been entered, to its end.
  static EntryDraft read(JsonSource json, int index) {
    EntryDraft entry = new EntryDraft(index);
    EntryReader reader = new EntryReader(json, entry);
    while (json.member()) {
      reader.member();
    }
    return entry;
  }

  private void member() {
    switch (json.name()) {
      case "pageref" -> entry.page = json.text();
      case "startedDateTime" -> entry.started = CaptureTime.of(json.text());
      case "time" -> entry.time = number();
      case "request" -> {
        entry.requested |= json.isObject();
        message(entry.request, "request");
      }
      case "response" -> {
        if (json.isObject() && entry.response.isEmpty()) {
          entry.response = Optional.of(new MessageDraft());
        }
        message(entry.response.orElseGet(MessageDraft::new), "response");
      }
      case "timings" -> timings();
      case "cache" -> cache();
      case "serverIPAddress" -> entry.address = json.text();
      case "connection" -> entry.connection = json.text();
      default -> custom();
    }
  }

  private void message(MessageDraft message, String name) {
    new MessageReader(json, entry, message, entry.kept.in(name)).read();
  }

  private void custom() {
    switch (json.name()) {
      case "_connectionId" -> {
        String id = json.text();
        entry.connection = entry.connection.isEmpty() ? id : entry.connection;
      }
      case "_serverPort" -> entry.port = (int) json.decimalNumber();
      case "_connectionReused" -> entry.reused = Optional.of(json.text().equals("true"));
      case "_ip_addr" -> {
        String address = json.text();
        entry.address = entry.address.isEmpty() ? address : entry.address;
      }
      case "_socket" -> {
        String socket = json.text();
        entry.connection = entry.connection.isEmpty() ? socket : entry.connection;
      }
      case "_protocol" -> entry.protocol = json.text();
      case "_priority" -> entry.priority = json.text();
      case "_initialPriority" -> entry.initialPriority = json.text();
      case "_resourceType", "_request_type" -> entry.resourceType = json.text();
      case "_renderBlocking" -> entry.renderBlocking = json.text();
      case "_error" -> entry.error = json.text();
      case "_fromCache", "_fromDiskCache" -> delivered("cache");
      case "_fetchedViaServiceWorker", "_fromServiceWorker" -> delivered("service-worker");
      case "_initiator" -> initiator();
      case "_initiator_type" -> type(json.text());
      case "_initiator_line" -> line(json.decimalNumber(), 0);
      case "_initiator_detail", "_webSocketMessages" -> json.skip();
      case OwnFields.NAME -> entry.own.read(json);
      default -> entry.kept.take(json);
    }
  }

  private void delivered(String how) {
    String said = entry.kept.take(json);
    if (!said.isEmpty()
        && !said.equals("null")
        && !said.equals("false")
        && !said.equals("0")
        && entry.delivery.isEmpty()) {
      entry.delivery = how;
    }
  }

  /// Of null and of a text that is no number, not a number.
  private double number() {
    return json.isNull() ? Double.NaN : json.decimalNumber();
  }

  private void timings() {
    if (!json.object()) {
      return;
    }
    Kept kept = entry.kept.in("timings");
    while (json.member()) {
      if (TimingsDraft.NAMES.contains(json.name())) {
        String name = json.name();
        double value = number();
        if (!Double.isNaN(value)) {
          entry.timings.put(name, value);
        }
      } else {
        kept.take(json);
      }
    }
  }

  private void cache() {
    if (!json.object()) {
      return;
    }
    Kept kept = entry.kept.in("cache");
    while (json.member()) {
      kept.take(json);
    }
  }

  /// Of the DevTools protocol an object; of chrome-har the URL alone.
  private void initiator() {
    if (!json.isObject()) {
      entry.initiator.url = json.text();
      return;
    }
    json.object();
    Kept kept = entry.kept.in("_initiator");
    while (json.member()) {
      switch (json.name()) {
        case "type" -> type(json.text());
        case "url" -> entry.initiator.url = json.text();
        case "lineNumber" -> line(json.decimalNumber(), 1);
        case "stack" -> stack(0);
        default -> kept.take(json);
      }
    }
  }

  private void type(String type) {
    entry.initiator.type = entry.initiator.type.isEmpty() ? type : entry.initiator.type;
  }

  private void line(double number, int more) {
    if (number >= 0 && number < Integer.MAX_VALUE - 1 && entry.initiator.line.isEmpty()) {
      int line = (int) number + more;
      entry.initiator.line = line < 1 ? OptionalInt.empty() : OptionalInt.of(line);
    }
  }

  /// The innermost frame of a script that has an address.
  private void stack(int depth) {
    if (depth == MOST_STACKS || !json.isObject()) {
      json.skip();
      return;
    }
    json.object();
    while (json.member()) {
      switch (json.name()) {
        case "callFrames" -> json.objects(this::frame);
        case "parent" -> stack(depth + 1);
        default -> json.skip();
      }
    }
  }

  private void frame() {
    String url = "";
    double line = -1;
    while (json.member()) {
      switch (json.name()) {
        case "url" -> url = json.text();
        case "lineNumber" -> line = json.decimalNumber();
        default -> json.skip();
      }
    }
    if (entry.initiator.url.isEmpty() && !url.isEmpty()) {
      entry.initiator.url = url;
      line(line, 1);
    }
  }
}
