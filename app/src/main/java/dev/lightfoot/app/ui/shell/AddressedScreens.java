package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.SaveSheet;
import dev.lightfoot.app.ui.finding.FindingsView;
import dev.lightfoot.app.ui.page.PageReading;
import dev.lightfoot.app.ui.page.PageSaving;
import dev.lightfoot.app.ui.page.PageScreen;
import dev.lightfoot.app.ui.page.PageViewModel;
import dev.lightfoot.app.ui.place.PlacesSheet;
import dev.lightfoot.app.ui.probe.AddressBar;
import dev.lightfoot.app.ui.probe.ProbeView;
import dev.lightfoot.app.ui.probe.ProbeViewModel;
import dev.lightfoot.app.ui.shell.file.PickedFiles;
import dev.lightfoot.app.ui.stack.StackView;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.StoredSnapshot;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Builds the screens that have the address at their top: Probe, Page, Stack and Findings.
final class AddressedScreens {
  private final Workbench bench;
  private final Measurements measured;
  private final Judging judging;
  private final Surroundings around;
  private final Told told;
  private final ShownMeasuring shown;

  AddressedScreens(
      Workbench bench, Measurements measured, Judging judging, Surroundings around, Told told) {
    this.bench = bench;
    this.measured = measured;
    this.judging = judging;
    this.around = around;
    this.told = told;
    this.shown = new ShownMeasuring(measured, bench.workspace(), judging.examining());
  }

  ProbeView probe() {
    WindowParts parts = bench.parts();
    ProbeView view =
        new ProbeView(
            measured.probe(),
            bench.workspace(),
            bench.recent(),
            around.look(),
            around.sheets(),
            parts.ui(),
            new PickedFiles(around.picker(), parts.ui(), parts.jobs()),
            around.files()::pick,
            around.tour()::start,
            judging.largest("probe-largest"));
    view.bar().exporting(() -> around.exports().probed(measured.probe()));
    return view;
  }

  PageScreen page(ProbeView asks) {
    PageViewModel page = measured.page();
    AddressBar bar =
        new AddressBar("page-", measured.probe(), page, this::savePage, asks::request)
            .above(page.readingProperty().map(PageReading::snapshot))
            .exporting(() -> around.exports().loaded(page));
    return new PageScreen(
        page,
        bench.workspace(),
        around.look(),
        bar,
        bar.field(),
        judging.largest("page-largest"),
        pageWays());
  }

  private PageScreen.Ways pageWays() {
    return new PageScreen.Ways() {
      @Override
      public void openFile() {
        around.files().pick();
      }

      @Override
      public void openSample() {
        bench.library().openPageSample();
      }

      @Override
      public void askPlaces(
          Snapshot snapshot, BiConsumer<Optional<String>, Optional<String>> placed) {
        PlacesSheet.open(around.sheets(), around.look(), snapshot, placed);
      }

      @Override
      public void copied() {
        told.copiedTable();
      }
    };
  }

  /// Asks for a name and keeps the page that was loaded, where there is one.
  void savePage() {
    if (measured.page().savable().get()) {
      PageSaving saving = measured.page().saving();
      SaveSheet.open(around.sheets(), saving.proposedName(), saving::save);
    }
  }

  StackView stack(Screens others, ProbeView asks) {
    return others.stack(bar("stack-", asks), judging.largest("stack-largest"));
  }

  FindingsView findings(ProbeView asks) {
    AddressBar bar =
        new AddressBar("findings-", measured.probe(), shown, () -> saveFound(asks), asks::request)
            .above(shown.shownProperty())
            .exporting(this::exportFound);
    return new FindingsView(
        judging.findings(), around.look(), around.sheets(), bar, bar.field(), findingsWays());
  }

  /// Asks for a name and keeps what the findings are of, where that can be kept.
  void saveFound(ProbeView asks) {
    if (!shown.savable().get()) {
      return;
    }
    if (measured.isPage(bench.workspace())) {
      savePage();
    } else {
      asks.save();
    }
  }

  private void exportFound() {
    if (measured.isPage(bench.workspace())) {
      around.exports().loaded(measured.page());
    } else {
      around.exports().probed(measured.probe());
    }
  }

  private FindingsView.Ways findingsWays() {
    return new FindingsView.Ways() {
      @Override
      public void openFile() {
        around.files().pick();
      }

      @Override
      public void openSample() {
        bench.library().openSample();
      }

      @Override
      public void copied() {
        told.copiedText();
      }

      @Override
      public String snapshotName(String id) {
        return bench.library().snapshots().stream()
            .filter(each -> each.id().equals(id))
            .map(StoredSnapshot::name)
            .findFirst()
            .orElseGet(() -> Words.text("whatif.deleted"));
      }
    };
  }

  /// A bar whose Run probes, and which saves and exports what was probed.
  private AddressBar bar(String id, ProbeView asks) {
    ProbeViewModel probe = measured.probe();
    return new AddressBar(id, probe, probe, asks::save, asks::request)
        .above(bench.workspace().subjectProperty())
        .exporting(() -> around.exports().probed(probe));
  }
}
