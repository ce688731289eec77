package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.devtools.DevtoolsLogReader;
import dev.lightfoot.codec.devtools.LighthouseReader;
import dev.lightfoot.codec.har.HarReader;
import dev.lightfoot.codec.har.ReadCapture;
import dev.lightfoot.codec.webpagetest.WebPageTestReader;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the rules find in every capture at hand. Each line of the list was looked at: the waste is
/// there.
final class MeasuredCapturesTest {
  private static final int SAMPLE = 64 * 1024;

  private static final List<CaptureReader> READERS =
      List.of(
          new HarReader(),
          new WebPageTestReader(),
          new DevtoolsLogReader(),
          new LighthouseReader());

  private static final List<String> FILES =
      List.of(
          "har/chromehar-perflog-early-hints.json",
          "har/chromehar-sample.har",
          "har/har-reader-long-timing.har",
          "har/har-reader-sstoehr.har",
          "har/haralyzer-cnn-chrome.har",
          "har/haralyzer-humanssuck.har",
          "har/haralyzer-multi1.har",
          "har/lighthouse-sample_v2.json",
          "har/perfcascade-browsertime-h2.har",
          "har/perfcascade-capture-har-redirect-loop.har",
          "har/perfcascade-chrome-h2.har",
          "har/perfcascade-firefox.har",
          "har/perfcascade-wpt-h2.har",
          "har/wptapi-har.json",
          "har/wptapi-multirun.json",
          "own/chromium-puppeteer.har",
          "own/chromium-cdp-events.json");

  @Test
  void whatIsFoundInEveryCaptureIsKnown() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : FILES) {
      Path file = Collected.shared(name);
      byte[] bytes = Files.readAllBytes(file);
      for (Snapshot snapshot : ReadCapture.of(reader(bytes), bytes).snapshots) {
        all.append(told(file.getFileName().toString(), snapshot));
      }
    }
    Golden.check("analysis/catalogue/captures.txt", all.toString());
  }

  @Test
  void whatIsFoundInTheSamplesIsKnown() throws IOException {
    String all = told("shop", Samples.shop()) + told("page", PageSamples.shop());
    Golden.check("analysis/catalogue/samples.txt", all);
  }

  private static CaptureReader reader(byte[] file) {
    byte[] beginning = Arrays.copyOf(file, Math.min(file.length, SAMPLE));
    return READERS.stream()
        .max(Comparator.comparingInt(reader -> reader.recognises(beginning)))
        .orElseThrow();
  }

  private static String told(String name, Snapshot snapshot) {
    Findings findings = Findings.of(MeasuredRules.judge(snapshot));
    StringBuilder text = new StringBuilder("## ").append(name).append('\n');
    findings.list().stream()
        .sorted(Comparator.comparing(Finding::rule).thenComparing(MeasuredCapturesTest::line))
        .forEach(finding -> text.append(line(finding)).append('\n'));
    text.append("in order: ").append(labels(findings.inOrder())).append('\n');
    text.append("not applicable: ");
    text.append(
        findings.notApplicable().entrySet().stream()
            .map(each -> each.getKey().label() + " (" + each.getValue().kind().label() + ")")
            .collect(Collectors.joining(", ")));
    return text.append("\n\n").toString();
  }

  private static String labels(List<Rule> rules) {
    return rules.stream().map(Rule::label).collect(Collectors.joining(", "));
  }

  private static String line(Finding finding) {
    String line =
        finding.rule().label()
            + " | "
            + finding.subject().service()
            + " | "
            + finding.subject().route()
            + " | "
            + finding.subject().text()
            + " | "
            + finding.count()
            + " in "
            + finding.traces()
            + " | "
            + finding.severity().label()
            + ", "
            + finding.grade().label();
    return Boolean.getBoolean("lightfoot.findings.facts")
        ? line + " | " + finding.saving() + " | " + finding.facts() + " | " + finding.evidence()
        : line;
  }
}
