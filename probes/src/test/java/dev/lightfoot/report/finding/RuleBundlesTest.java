package dev.lightfoot.report.finding;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the bundles of all families against what the engine asks of them.
class RuleBundlesTest {
  private static final Path ANALYSIS = Path.of("src/main/java/dev/lightfoot/analysis");
  private static final Set<String> OF_EVERY_FINDING =
      Set.of("count", "traces", "route", "service", "text", "layer", "trips");
  private static final Set<String> PARTS =
      Set.of("title", "says", "django", "elsewhere", "disproof");
  private static final int LONGEST_TITLE = 60;
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9_-]*)\"");

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRuleHasAllItsParts(Rule rule) {
    Set<String> parts =
        texts(rule).keySet().stream().map(key -> key.split("\\.", 2)[0]).collect(toSet());
    assertThat(parts).contains("title", "says", "elsewhere");
    if (rule.family() != Rule.Family.AUDIT) {
      assertThat(parts).contains("disproof");
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aTextAsksOnlyForWhatRulesSay(Rule rule) {
    Set<String> facts = literals();
    templates(rule)
        .flatMap(template -> template.names().stream())
        .filter(name -> !OF_EVERY_FINDING.contains(name))
        .forEach(name -> assertThat(facts).as(rule.label()).contains(name));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aTextHasNoPlaceThatIsNotOne(Rule rule) {
    templates(rule)
        .map(template -> template.fill(_ -> Optional.empty(), ""))
        .forEach(text -> assertThat(text).doesNotContainPattern("\\{[A-Za-z0-9_:|-]+\\}"));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aTitleIsShort(Rule rule) {
    texts(rule).entrySet().stream()
        .filter(entry -> entry.getKey().split("\\.", 2)[0].equals("title"))
        .map(entry -> new Template(entry.getValue()))
        .map(template -> template.fill(_ -> Optional.empty(), "50"))
        .forEach(title -> assertThat(title).hasSizeLessThanOrEqualTo(LONGEST_TITLE));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aTextIsCalm(Rule rule) {
    templates(rule)
        .map(Template::text)
        .forEach(
            text -> assertThat(text).doesNotContain("!", "should probably", "  ").isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(Rule.Family.class)
  void everyKeyOfABundleBelongsToARuleOfItsFamilyOrIsAWord(Rule.Family family) {
    for (String key : bundle(family).stringPropertyNames()) {
      String rule = key.split("\\.", 2)[0];
      assertThat(
              rule.equals("word")
                  || Rule.ofLabel(rule).map(Rule::family).equals(Optional.of(family)))
          .as(key)
          .isTrue();
    }
  }

  private static Stream<Template> templates(Rule rule) {
    return texts(rule).entrySet().stream()
        .filter(entry -> PARTS.contains(entry.getKey().split("\\.", 2)[0]))
        .map(entry -> new Template(entry.getValue()));
  }

  /// The rule's texts by what follows its name in the key.
  private static Map<String, String> texts(Rule rule) {
    Properties bundle = bundle(rule.family());
    String start = rule.label() + ".";
    return bundle.stringPropertyNames().stream()
        .filter(key -> key.startsWith(start))
        .collect(toMap(key -> key.substring(start.length()), key -> bundle.getProperty(key, "")));
  }

  private static Properties bundle(Rule.Family family) {
    Properties bundle = new Properties();
    String file = family.name().toLowerCase(Locale.ROOT) + ".properties";
    try (InputStream stream = RuleBundle.class.getResourceAsStream(file)) {
      if (stream != null) {
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        bundle.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }

  /// What stands between quotation marks in the rules' sources: the names of their facts among it.
  private static Set<String> literals() {
    try (Stream<Path> files = Files.walk(ANALYSIS)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      return sources.stream()
          .flatMap(RuleBundlesTest::lines)
          .flatMap(line -> LITERAL.matcher(line).results())
          .map(literal -> literal.group(1))
          .collect(toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
