package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareReportTest {
  private static final String A = "https://shop.test/a";
  private static final String B = "https://shop.test/b";

  @TempDir private Path folder;

  private final CliHarness cli = new CliHarness();

  private CliHarness.Result compare(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(arguments));
    return cli.run(folder, all.toArray(String[]::new));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  @Test
  void aReportIsWrittenBesideWithoutSecrets() throws IOException {
    cli.millis.put("/b", 60);
    Path html = folder.resolve("r.html");
    Path markdown = folder.resolve("r.md");
    compare(A + "?token=s3cr3t", B, "--save", "kept", "--report", html.toString());
    assertThat(Files.readString(html))
        .startsWith("<!")
        .contains("B is slower by", "lightfoot/comparison")
        .doesNotContain("s3cr3t");
    compare("kept A", "kept B", "--report", markdown.toString());
    assertThat(plain(Files.readString(markdown))).contains("B is slower by 10.0 ms");
    int measured = cli.plans.size();
    assertThat(compare(A, B, "--report", "r.exe").status()).isEqualTo(2);
    assertThat(compare(A, B, A, "--report", "r.html").status()).isEqualTo(2);
    assertThat(cli.plans).as("refused before anything is measured").hasSize(measured);
    cli.unreachable.add("gone.test");
    CliHarness.Result half = compare(A, "https://gone.test/", "--report", html.toString());
    assertThat(half.status()).isEqualTo(3);
    assertThat(Files.readString(html)).contains("B has no run that counts");
    Path nowhere = folder.resolve("no-such-folder").resolve("r.html");
    assertThat(compare("kept A", "kept B", "--report", nowhere.toString()).err())
        .contains("cannot be written");
  }

  @Test
  void aReportCanBeAPicture() throws IOException {
    Path svg = folder.resolve("r.svg");
    assertThat(compare(A, B, "--report", svg.toString()).status()).isZero();
    assertThat(Files.readString(svg)).contains("<svg");
  }

  @Test
  void aPictureShowsTheChartThatIsAskedFor() throws IOException {
    Path first = folder.resolve("first.svg");
    Path order = folder.resolve("order.svg");
    compare(A, B, "--save", "kept", "--report", first.toString());
    compare("kept A", "kept B", "--report", order.toString(), "--chart", "order");
    assertThat(Files.readString(order)).contains("first run").isNotEqualTo(Files.readString(first));
    assertThat(compare("kept A", "kept B", "--chart", "order").status()).isEqualTo(2);
  }

  @Test
  void bothSidesCanBeDrawnOverEachOtherAndWaterfallsAreOfPagesOnly() throws IOException {
    Path overlay = folder.resolve("overlay.svg");
    assertThat(compare(A, B, "--report", overlay.toString(), "--chart", "overlay").status())
        .isZero();
    assertThat(Files.readString(overlay)).contains("Every request as A made it above");
    CliHarness.Result none =
        compare(A, B, "--report", folder.resolve("a.svg").toString(), "--chart", "waterfall-a");
    assertThat(none.status()).isNotZero();
    assertThat(none.err()).contains("there is no chart waterfall-a; it has ").contains("overlay");
  }

  @Test
  void aChartThatCannotBeDrawnIsRefusedBeforeAnythingIsMeasured() {
    CliHarness.Result unknown = compare(A, B, "--report", "r.svg", "--chart", "phase");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .contains(
            "There is no chart phase of a comparison: give parts, shifts, order or overlay, and of"
                + " pages waterfall-a or waterfall-b.");
    CliHarness.Result text = compare(A, B, "--report", "r.html", "--chart", "parts");
    assertThat(text.status()).isEqualTo(2);
    assertThat(text.err()).contains("write the report as .svg or .png");
    assertThat(cli.plans).isEmpty();
  }

  @Test
  void aReportCanBeATableForSpreadsheets() throws IOException {
    cli.millis.put("/b", 60);
    Path csv = folder.resolve("r.csv");
    assertThat(compare(A + "?token=s3cr3t", B, "--report", csv.toString()).status())
        .as("B is slower")
        .isEqualTo(1);
    assertThat(Files.readString(csv))
        .startsWith("kind,name,a,b,")
        .contains("total,", "about,target,https://shop.test/a?token=")
        .doesNotContain("s3cr3t");
  }

  @Test
  void aSideIsNotWrittenOver() throws IOException {
    compare(A, B, "--save", "kept");
    List<Path> files;
    try (var listed = Files.list(folder.resolve("snapshots"))) {
      files = listed.toList();
    }
    Path side = Files.copy(files.getFirst(), folder.resolve("side.json"));
    byte[] before = Files.readAllBytes(side);
    CliHarness.Result result = compare("kept B", side.toString(), "--report", side.toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("--report").contains("is a file that is read");
    assertThat(Files.readAllBytes(side)).isEqualTo(before);
  }
}
