package dev.lightfoot.analysis.catalogue;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the rules find in the recordings of real servers at hand. Each line of the list was looked
/// at: the waste is there.
final class ServedCapturesTest {
  private static final Path DATA =
      Path.of(System.getProperty("lightfoot.root", ".."), "../shared/data").normalize();
  private static final IntakeSettings UTC =
      new IntakeSettings(
          Optional.empty(),
          new ReadSettings(Optional.of(ZoneOffset.UTC), Optional.empty(), Optional.empty()));

  @Test
  void whatIsFoundInEveryRecordingIsKnown() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("own")), DATA + " is not beside the project");
    StringBuilder all = new StringBuilder();
    for (String folder : new String[] {"own", "server", "field/logs"}) {
      for (Path file : files(folder)) {
        all.append(told(file));
      }
    }
    Golden.check("analysis/catalogue/recordings.txt", all.toString());
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> all = Files.list(DATA.resolve(folder))) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static String told(Path file) {
    ServedSpans spans = new ServedSpans();
    new Intake().read(List.of(new Source.OnDisk(file)), UTC, spans::add);
    if (spans.size() == 0) {
      return "";
    }
    Findings findings = Findings.of(ServedRules.judge(spans));
    StringBuilder text = new StringBuilder("## " + file.getFileName() + "\n");
    findings.list().stream()
        .sorted(Comparator.comparing(Finding::rule).thenComparing(ServedCapturesTest::line))
        .forEach(finding -> text.append(line(finding)).append('\n'));
    text.append(told("in order: ", findings.inOrder().stream().map(Rule::label)));
    for (Reason.Kind kind : Reason.Kind.values()) {
      if (kind != Reason.Kind.NOTHING_TO_LOOK_AT) {
        Stream<String> rules =
            findings.notApplicable().entrySet().stream()
                .filter(each -> each.getValue().kind() == kind)
                .map(each -> each.getKey().label());
        text.append(told(kind.label() + ": ", rules));
      }
    }
    return text.append('\n').toString();
  }

  private static String told(String what, Stream<String> rules) {
    String all = rules.collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : what + all + "\n";
  }

  private static String line(Finding finding) {
    return String.join(
        " | ",
        finding.rule().label(),
        finding.subject().service(),
        finding.subject().route(),
        finding.subject().text(),
        finding.count() + " in " + finding.traces(),
        finding.severity().label() + ", " + finding.grade().label());
  }
}
