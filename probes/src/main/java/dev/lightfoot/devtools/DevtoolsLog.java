package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.json.JsonValues;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// Reads events from a file, event by event: an array of them or one behind the other; each as it
/// is, or wrapped as ChromeDriver's performance log does (`message`, which may be JSON in a text).
public final class DevtoolsLog {
  private DevtoolsLog() {}

  /// Hands on each event.
  ///
  /// @return how many values were no events
  /// @throws JacksonException where the file is not JSON; what came before was handed on
  public static int read(InputStream in, Consumer<DevtoolsEvent> into) {
    int others = 0;
    try (JsonValues values = JsonValues.of(in)) {
      while (values.next()) {
        if (!values.isArray()) {
          others += event(values.value(), into);
          continue;
        }
        while (values.element()) {
          others += event(values.value(), into);
        }
      }
    }
    return others;
  }

  /// The event that a value is or wraps.
  static Optional<DevtoolsEvent> event(JsonValue value) {
    JsonValue bare = value;
    for (int wrapped = 0; wrapped < 2 && bare.at("message").isPresent(); wrapped++) {
      JsonValue message = bare.at("message");
      bare = message.text().map(DevtoolsLog::parsed).orElse(message);
    }
    JsonValue params = bare.at("params");
    return bare.text("method").map(method -> new DevtoolsEvent(method, params));
  }

  private static int event(JsonValue value, Consumer<DevtoolsEvent> into) {
    Optional<DevtoolsEvent> event = event(value);
    event.ifPresent(into);
    return event.isPresent() ? 0 : 1;
  }

  private static JsonValue parsed(String text) {
    try {
      return JsonValues.parse(text);
    } catch (JacksonException e) {
      return JsonValue.NOTHING;
    }
  }
}
