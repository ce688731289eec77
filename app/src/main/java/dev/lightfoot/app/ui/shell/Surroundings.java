package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.export.Exporting;
import dev.lightfoot.app.ui.shell.file.FilePicker;
import dev.lightfoot.app.ui.shell.file.GivenFiles;
import dev.lightfoot.app.ui.shell.file.TourFiles;
import dev.lightfoot.app.ui.tour.Tour;
import javafx.scene.layout.BorderPane;

/// What the screens stand in: colours, sheets that lie over them, and the ways that lead files in
/// and out.
///
/// @param look colours and font size as they are now
/// @param frame the window's content, below the sheets
/// @param sheets questions over the screens
/// @param help help and what the program is made of
/// @param picker the system's file dialogs
/// @param files how files come in
/// @param exports how what is shown goes out
/// @param tour the guided tour
record Surroundings(
    Look look,
    BorderPane frame,
    Sheets sheets,
    HelpSheets help,
    FilePicker picker,
    GivenFiles files,
    Exports exports,
    Tour tour) {

  static Surroundings of(Workbench bench, FilePicker picker, GivenFiles files) {
    WindowParts parts = bench.parts();
    Look look = new Look();
    BorderPane frame = new BorderPane();
    Sheets sheets = new Sheets(frame);
    return new Surroundings(
        look,
        frame,
        sheets,
        new HelpSheets(sheets, look, parts.logFile()),
        picker,
        files,
        new Exports(
            sheets,
            bench.workspace(),
            new Exporting(bench.workspace(), parts.ui(), parts.jobs()),
            picker::export),
        new Tour(new TourFiles(), bench.workspace(), parts.dataFolder(), parts.ui(), parts.jobs()));
  }
}
