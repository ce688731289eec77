package dev.lightfoot.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.HostileNames;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.chart.ChartDrawings;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Mark;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

final class SvgWriterTest {
  private static Stream<Drawing> drawings() {
    return Stream.of(Samples.shop(), PageSamples.shop())
        .flatMap(each -> Stream.of(each, HostileNames.in(each)))
        .map(SvgWriterTest::drawing);
  }

  private static Drawing drawing(Snapshot snapshot) {
    return ChartDrawings.of(Report.of(snapshot).charts().getFirst().chart());
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void aFileIsWellFormedAndRefersToNothing(Drawing drawing) throws Exception {
    String svg = SvgWriter.file(drawing);
    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.getElementsByTagName("script").getLength()).isZero();
    assertThat(read.getElementsByTagName("image").getLength()).isZero();
    assertThat(svg).doesNotContain("href=", "style=\"", "\u202e");
    assertThat(read.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(drawing.title());
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void everythingLiesWithinThePicture(Drawing drawing) {
    for (Mark mark : drawing.marks()) {
      assertThat(mark.top()).as("%s", mark).isGreaterThanOrEqualTo(-1);
      assertThat(mark.bottom()).as("%s", mark).isLessThanOrEqualTo(drawing.height() + 1);
      if (mark instanceof Mark.Words words) {
        double wide = words.face().width(words.text());
        double left =
            switch (words.side()) {
              case START -> words.x();
              case MIDDLE -> words.x() - wide / 2;
              case END -> words.x() - wide;
            };
        assertThat(left).as("%s", words).isGreaterThan(-6);
        assertThat(left + wide).as("%s", words).isLessThan(Drawing.WIDTH + 30);
      }
    }
  }

  @Test
  void aCutGoesThroughNoWordsAndNoBars() {
    Run run = PageSamples.run(0);
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      exchanges.addAll(run.exchanges());
    }
    Run large = run.with(exchanges, run.spans(), run.alignments());
    Drawing drawing = drawing(Samples.snapshot(Samples.TARGET, large));
    assertThat(drawing.slices().size()).isGreaterThan(10);
    for (Mark mark : drawing.marks()) {
      if (mark instanceof Mark.Words || mark instanceof Mark.Bar) {
        assertThat(drawing.slices().stream().filter(slice -> slice.marks().contains(mark)))
            .as("%s", mark)
            .hasSizeLessThanOrEqualTo(1);
      }
    }
    for (Drawing.Slice slice : drawing.slices()) {
      assertThat(slice.bottom() - slice.top()).isLessThan(500);
    }
  }
}
