package dev.lightfoot.report.layout;

import dev.lightfoot.report.layout.compare.AttributionBars;
import dev.lightfoot.report.layout.compare.Overlay;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.layout.compare.StripTable;
import dev.lightfoot.report.layout.history.FitPicture;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.page.PageView;
import java.time.ZoneId;

/// Something that can be drawn: a pure layout, and what kind of picture it is. A report says where
/// it stands; whoever writes the report draws it as it can.
public sealed interface Chart {
  /// A word by which it is asked for.
  String label();

  /// Where the time of a probe went, run by run.
  record Phases(PhaseBar bar) implements Chart {
    @Override
    public String label() {
      return "phases";
    }
  }

  /// The requests of a page.
  record Waterfall(PageView view) implements Chart {
    @Override
    public String label() {
      return "waterfall";
    }
  }

  /// The wait of a client opened into what servers recorded.
  ///
  /// @param client the same run as bars: how its wait divides
  record Opened(PhaseBar client, StackLayout layout) implements Chart {
    @Override
    public String label() {
      return "stack";
    }
  }

  /// Every run of two sides beside each other, and the shifts with their intervals.
  record Shifts(StripTable table) implements Chart {
    @Override
    public String label() {
      return "shifts";
    }
  }

  /// What moved the total of a comparison.
  record Parts(AttributionBars bars) implements Chart {
    @Override
    public String label() {
      return "parts";
    }
  }

  /// A run of two sides over each other.
  ///
  /// @param window the stretch of time that is drawn
  record Overlaid(Overlay overlay, TimeWindow window) implements Chart {
    @Override
    public String label() {
      return "overlay";
    }
  }

  /// The requests of a page that is compared with another, on the axis of both.
  ///
  /// @param window the stretch of time that is drawn, as this page's run counts it
  /// @param second whether it is B's
  record Compared(PageView view, TimeWindow window, boolean second) implements Chart {
    @Override
    public String label() {
      return second ? "waterfall-b" : "waterfall-a";
    }
  }

  /// The history of a target.
  ///
  /// @param zone of the times shown
  record Over(Trend trend, ZoneId zone) implements Chart {
    @Override
    public String label() {
      return "trend";
    }
  }

  /// First bytes by round-trip time.
  record Distance(FitPicture picture) implements Chart {
    @Override
    public String label() {
      return "fit";
    }
  }

  /// The totals of two sides in the order in which they were measured.
  record Order(RunOrder order) implements Chart {
    @Override
    public String label() {
      return "order";
    }
  }
}
