package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.compare.CompareScreen;
import dev.lightfoot.app.ui.compare.CompareViewModel;
import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.export.ChartSaving;
import dev.lightfoot.app.ui.history.HistoryView;
import dev.lightfoot.app.ui.history.HistoryViewModel;
import dev.lightfoot.app.ui.history.schedule.ScheduledProbes;
import dev.lightfoot.app.ui.logs.LogsView;
import dev.lightfoot.app.ui.logs.LogsViewModel;
import dev.lightfoot.app.ui.logs.ReceiverPane;
import dev.lightfoot.app.ui.settings.SettingsView;
import dev.lightfoot.app.ui.settings.SettingsViewModel;
import dev.lightfoot.app.ui.stack.StackView;
import dev.lightfoot.app.ui.stack.StackViewModel;
import dev.lightfoot.app.ui.trace.TraceView;
import dev.lightfoot.app.ui.trace.TraceViewModel;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.Region;

/// Builds the screens that measure nothing themselves, each when it is first wanted. What they show
/// is followed from the start: by their view models, some of which other screens show, too.
final class Screens {
  private final Workbench bench;
  private final Surroundings around;
  private final Told told;
  private final TraceViewModel traced;
  private final StackViewModel stacked;
  private final LogsViewModel logged;
  private final HistoryViewModel kept;

  Screens(Workbench bench, Surroundings around, Told told) {
    this.bench = bench;
    this.around = around;
    this.told = told;
    WindowParts parts = bench.parts();
    this.traced = new TraceViewModel(bench.workspace(), parts.ui(), parts.jobs());
    this.stacked = new StackViewModel(bench.workspace(), bench.shelf(), parts.ui(), parts.jobs());
    this.logged = new LogsViewModel(bench.workspace(), bench.shelf());
    this.kept = new HistoryViewModel(bench.library());
  }

  TraceView trace() {
    WindowParts parts = bench.parts();
    return new TraceView(
        traced,
        around.look(),
        parts.zone(),
        parts.ui(),
        parts.jobs(),
        around.files()::pick,
        told::copiedTable);
  }

  StackView stack(Region bar, LargestSaving largest) {
    return new StackView(
        stacked,
        around.look(),
        bar,
        largest,
        new StackView.Ways() {
          @Override
          public void addLogs() {
            around.files().pick();
          }

          @Override
          public void copied() {
            told.copiedTable();
          }
        });
  }

  LogsView logs() {
    return new LogsView(
        logged,
        around.look(),
        around.sheets(),
        bench.parts().zone(),
        around.files()::pick,
        new ReceiverPane(bench.receiving(), around.look(), told::copiedSettings));
  }

  CompareScreen compare(CompareViewModel model) {
    return new CompareScreen(
        model,
        around.look(),
        around.sheets(),
        bench.parts().zone(),
        new CompareScreen.Ways() {
          @Override
          public void openFile() {
            around.files().pick();
          }

          @Override
          public Optional<Path> reportFile(String proposed) {
            return around.picker().report(proposed);
          }

          @Override
          public void copied() {
            told.copiedTable();
          }
        });
  }

  HistoryView history(ScheduledProbes scheduled) {
    return new HistoryView(
        kept,
        scheduled,
        around.look(),
        around.sheets(),
        new ChartSaving(
                bench.workspace(),
                bench.parts().ui(),
                bench.parts().jobs(),
                around.picker()::picture)
            ::save,
        bench.parts().zone());
  }

  SettingsView settings() {
    HelpSheets help = around.help();
    return new SettingsView(
        new SettingsViewModel(bench.workspace(), bench.parts().dataFolder()),
        around.look(),
        new SettingsView.Ways(
            around.picker()::authorities, help::help, around.tour()::start, help::about));
  }
}
