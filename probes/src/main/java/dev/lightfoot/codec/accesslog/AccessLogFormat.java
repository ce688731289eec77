package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;

/// A format of access logs, as data; all of them are in [AccessLogFormats].
///
/// @param about its name, which instant its times mean, and what to do where times are missing
/// @param layer where the server that writes it stands
/// @param sure how surely a file is of this format all of whose lines have one of its layouts
/// @param least how surely at least, where any line has
/// @param syntax of the server's format strings; empty where there are none
/// @param layouts the most telling first
record AccessLogFormat(
    LogFormat about,
    Layer layer,
    int sure,
    int least,
    Optional<FormatSyntax> syntax,
    List<Layout> layouts) {
  AccessLogFormat(LogFormat about, Layer layer, int sure, Layout... layouts) {
    this(about, layer, sure, 0, Optional.empty(), List.of(layouts));
  }

  /// The same, recognised by a single line among many others.
  AccessLogFormat atLeast(int surely) {
    return new AccessLogFormat(about, layer, sure, surely, syntax, layouts);
  }

  /// The same for a server whose format strings a person can give.
  AccessLogFormat written(FormatSyntax in) {
    return new AccessLogFormat(about, layer, sure, least, Optional.of(in), layouts);
  }

  /// The layouts of one kind.
  <T extends Layout> List<T> layouts(Class<T> kind) {
    return layouts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Whether each of its lines can be read without those before it.
  boolean linesStandAlone() {
    return layouts(Layout.Headed.class).isEmpty();
  }
}
