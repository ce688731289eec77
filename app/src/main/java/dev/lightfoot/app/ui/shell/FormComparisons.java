package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.compare.reading.BothAgain;
import dev.lightfoot.app.ui.page.PageEngines;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Subject;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.Likewise;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.probe.http.HttpChoice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Measures both sides of a comparison again as the settings say, each with a plain GET or with
/// what is set under Request for its address.
///
/// @param requests what is sent to an address now
record FormComparisons(
    Function<String, ProbeRequest> requests,
    Workspace workspace,
    ProbeSeries series,
    PageEngines engines)
    implements BothAgain {

  @Override
  public List<Snapshot> measure(Again what, IntConsumer ended, Cancellation cancellation) {
    boolean pages = Workspace.isPage(what.a());
    if (pages != Workspace.isPage(what.b())) {
      throw new IllegalArgumentException(Words.text("compare.again.kinds"));
    }
    List<Snapshot> made =
        pages ? pages(what, ended, cancellation) : probes(what, ended, cancellation);
    return made.stream().map(workspace.settings().requests().whereabouts()::placed).toList();
  }

  private List<Snapshot> probes(Again what, IntConsumer ended, Cancellation cancellation) {
    Likewise like = Likewise.of(what.b(), what.state()).times(what.runs());
    return series.compare(
        List.of(like.probe(request(what.a())), like.probe(request(what.b()))),
        new ProbeListener() {
          @Override
          public void runEnded(int index, Run run) {
            ended.accept(index + 1);
          }
        },
        cancellation);
  }

  private List<Snapshot> pages(Again what, IntConsumer ended, Cancellation cancellation) {
    Likewise like = Likewise.of(what.b(), what.state()).times(what.runs());
    // a file that another program wrote names none that could load it again
    PageEngine engine =
        like.engine().filter(each -> each != PageEngine.IMPORTED).orElse(PageEngine.BUILTIN);
    return engines
        .of(engine)
        .compare(
            List.of(like.page(request(what.a())), like.page(request(what.b()))),
            new PageListener() {
              @Override
              public void runEnded(int index, Run run) {
                ended.accept(index + 1);
              }
            },
            cancellation);
  }

  /// @throws IllegalArgumentException where what was measured cannot be asked for so
  private ProbeRequest request(Snapshot snapshot) {
    ProbeRequest request = requests.apply(snapshot.target());
    String method = Subject.of(snapshot).method();
    if (!method.isEmpty() && !method.equals(request.method())) {
      throw new IllegalArgumentException(
          Words.text("compare.again.method", snapshot.target(), method));
    }
    return over(snapshot).map(request::over).orElse(request);
  }

  /// A probe goes over the version of HTTP that it went over before: where the sides differ in
  /// that, that is what is compared.
  private static Optional<HttpChoice> over(Snapshot snapshot) {
    Stream<String> protocols =
        snapshot.runs().stream()
            .filter(run -> run.counts() && run.page().isEmpty())
            .flatMap(run -> run.exchanges().stream().limit(1))
            .flatMap(first -> first.protocol().stream());
    return protocols.findFirst().flatMap(FormComparisons::choice);
  }

  private static Optional<HttpChoice> choice(String protocol) {
    return switch (protocol) {
      case "http/1.1" -> Optional.of(HttpChoice.HTTP_1_1);
      case "h2" -> Optional.of(HttpChoice.HTTP_2);
      case "h3" -> Optional.of(HttpChoice.HTTP_3);
      default -> Optional.empty();
    };
  }
}
