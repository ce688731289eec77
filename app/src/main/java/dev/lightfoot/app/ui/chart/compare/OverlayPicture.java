package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.compare.Overlay;
import dev.lightfoot.report.layout.compare.OverlayRow;
import java.util.ArrayList;
import java.util.List;

/// What an overlay shows at one moment.
///
/// @param window the part of its axis that is in sight
/// @param selected number of the selected row; -1 for none
public record OverlayPicture(Overlay overlay, TimeWindow window, int selected) {
  List<OverlayRow> rows() {
    return overlay.rows();
  }

  /// Instants of the ticks in sight, on the axis: at round distances from the event.
  List<Long> ticks() {
    long step = window.axis().stepNanos();
    long zero = overlay.zeroNanos();
    List<Long> ticks = new ArrayList<>();
    for (long at = Math.ceilDiv(window.fromNanos() - zero, step) * step;
        at + zero <= window.toNanos();
        at += step) {
      ticks.add(at + zero);
    }
    return ticks;
  }

  /// What stands at a tick: how far it lies from the event.
  String label(long tick) {
    return window.axis().label(tick - overlay.zeroNanos());
  }
}
