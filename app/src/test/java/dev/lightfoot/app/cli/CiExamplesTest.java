package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The examples for continuous integration that come with the program.
final class CiExamplesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("lightfoot.root")).resolve("assets/help/ci");
  private static final String BUDGET =
      """
      {"format":"lightfoot/budget","version":1,"limits":[{"what":"trips","max":1}]}
      """;

  @TempDir private Path folder;

  private static Map<?, ?> example(String name) throws IOException {
    Object document =
        new Load(LoadSettings.builder().setLabel(name).build())
            .loadFromString(Files.readString(FOLDER.resolve(name)));
    return (Map<?, ?>) Objects.requireNonNull(document);
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return (Map<?, ?>) Objects.requireNonNull(node);
  }

  /// Every text of a document, however deep.
  private static List<String> texts(Object node) {
    List<String> texts = new ArrayList<>();
    switch (node) {
      case Map<?, ?> map -> map.values().forEach(each -> texts.addAll(texts(each)));
      case List<?> list -> list.forEach(each -> texts.addAll(texts(each)));
      case String text -> texts.add(text);
      case null, default -> {}
    }
    return texts;
  }

  @Test
  void theExampleForGitHubIsAWorkflow() throws IOException {
    Map<?, ?> workflow = example("github-actions.yml");
    assertThat(workflow.keySet().stream().map(Object::toString))
        .containsExactly("name", "on", "permissions", "jobs");
    Map<?, ?> job = map(map(workflow.get("jobs")).get("budget"));
    assertThat((List<?>) job.get("steps"))
        .allSatisfy(
            step -> {
              Map<?, ?> one = (Map<?, ?>) step;
              assertThat(one.containsKey("uses") ^ one.containsKey("run")).isTrue();
            });
  }

  @Test
  void theExampleForGitLabIsAJob() throws IOException {
    Map<?, ?> job = map(example("gitlab-ci.yml").get("latency-budget"));
    assertThat((List<?>) job.get("script")).hasSize(1);
    assertThat(texts(map(job.get("artifacts")))).contains("budget.xml");
  }

  @ParameterizedTest
  @CsvSource({"github-actions.yml", "gitlab-ci.yml"})
  void itsCommandChecksABudget(String name) throws IOException {
    String command =
        texts(example(name)).stream()
            .filter(text -> text.startsWith("lightfoot check "))
            .findFirst()
            .orElseThrow();
    Files.createDirectories(folder.resolve("ci"));
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(folder.resolve("ci/budget.json"), BUDGET);
    Files.createFile(folder.resolve("logs/lightfoot-otlp.jsonl"));
    List<String> arguments = new ArrayList<>();
    for (String word :
        Arrays.asList(command.split(" ", -1)).subList(1, command.split(" ").length)) {
      boolean file = !word.startsWith("--") && word.contains(".") && !word.contains("://");
      arguments.add(file ? folder.resolve(word).toString() : word);
    }
    arguments.addAll(List.of("--patience", "0"));
    CliHarness cli = new CliHarness();
    CliHarness.Result result = cli.run(folder.resolve("data"), arguments.toArray(String[]::new));
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(folder.resolve("budget.xml")).exists();
    assertThat(folder.resolve("budget.md")).exists();
    assertThat(cli.plans).hasSize(2);
  }
}
