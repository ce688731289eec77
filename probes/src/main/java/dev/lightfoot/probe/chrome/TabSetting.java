package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.page.Viewport;
import java.util.ArrayList;
import java.util.List;

/// One command that sets a tab up.
///
/// @param method of the protocol
/// @param params what it is given
record TabSetting(String method, JsonValue params) {
  private static final JsonValue NONE = JsonValue.object();

  private static final int FRAME_WIDTH = 320;
  private static final int FRAME_QUALITY = 40;

  /// Everything for a visit, in order.
  static List<TabSetting> of(Visit visit) {
    List<TabSetting> settings = new ArrayList<>();
    settings.add(new TabSetting("Page.enable", NONE));
    settings.add(
        new TabSetting("Page.setLifecycleEventsEnabled", JsonValue.object("enabled", true)));
    settings.addAll(ofChild());
    settings.add(
        new TabSetting(
            "PerformanceTimeline.enable",
            JsonValue.object("eventTypes", List.of("largest-contentful-paint", "layout-shift"))));
    settings.add(new TabSetting("Performance.enable", JsonValue.object("timeDomain", "timeTicks")));
    settings.addAll(window(visit.viewport()));
    for (String pair : visit.cookies()) {
      int equals = pair.indexOf('=');
      settings.add(
          new TabSetting(
              "Network.setCookie",
              JsonValue.object(
                  "name",
                  pair.substring(0, equals),
                  "value",
                  pair.substring(equals + 1),
                  "url",
                  visit.url().toString())));
    }
    return settings;
  }

  /// For frames in processes of their own and workers.
  static List<TabSetting> ofChild() {
    return List.of(
        new TabSetting("Network.enable", NONE),
        new TabSetting(
            "Target.setAutoAttach",
            JsonValue.object("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true)));
  }

  private static List<TabSetting> window(Viewport viewport) {
    return List.of(
        new TabSetting(
            "Emulation.setDeviceMetricsOverride",
            JsonValue.object(
                "width",
                viewport.width(),
                "height",
                viewport.height(),
                "deviceScaleFactor",
                viewport.pixelRatio(),
                "mobile",
                viewport.mobile())),
        new TabSetting("Emulation.setScrollbarsHidden", JsonValue.object("hidden", true)),
        new TabSetting(
            "Emulation.setTouchEmulationEnabled", JsonValue.object("enabled", viewport.mobile())),
        new TabSetting(
            "Page.startScreencast",
            JsonValue.object(
                "format",
                "jpeg",
                "quality",
                FRAME_QUALITY,
                "maxWidth",
                FRAME_WIDTH,
                "maxHeight",
                FRAME_WIDTH)));
  }
}
