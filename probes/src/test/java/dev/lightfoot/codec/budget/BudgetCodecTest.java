package dev.lightfoot.codec.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.model.span.Layer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BudgetCodecTest {
  private static final String HEAD =
      "{\"format\":\"lightfoot/budget\",\"version\":1,\"limits\":[\n";

  private static Budget decode(String text) throws LocatedFormatException {
    return BudgetCodec.decode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Budget limits(String limits) throws LocatedFormatException {
    return decode(HEAD + limits + "]}");
  }

  @Test
  void everyKindOfLimitIsRead() throws LocatedFormatException {
    Budget budget =
        limits(
            """
            {"what":"trips","layer":"database","max":3,"note":"as it is"},
            {"what":"trips","max":12,"route":"GET /orders/{id}"},
            {"what":"time","phase":"total","percentile":50,"max":"400 ms"},
            {"what":"time","phase":"wait","percentile":99.5,"max":"0.25 s","url":"/api/*"},
            {"what":"bytes","max":"300 kB"},
            {"what":"bytes","max":1024},
            {"what":"requests","max":25},
            {"what":"finding","rule":"repeated-query","max":0},
            {"what":"time","baseline":"before","worseBy":"5 %"},
            {"what":"trips","baseline":"before","worseBy":0}
            """);
    Optional<String> none = Optional.empty();
    assertThat(budget.limits())
        .containsExactly(
            new Limit(
                new Quantity.Trips(Optional.of(Layer.DATABASE)),
                Narrowing.NONE,
                new Allowance.AtMost(3),
                Optional.of("as it is"),
                2),
            new Limit(
                new Quantity.Trips(Optional.empty()),
                new Narrowing(Optional.of("GET /orders/{id}"), none),
                new Allowance.AtMost(12),
                none,
                3),
            limit(new Quantity.Time(Optional.empty(), 50), new Allowance.AtMost(400_000_000), 4),
            new Limit(
                new Quantity.Time(Optional.of(Phase.WAIT), 99.5),
                new Narrowing(none, Optional.of("/api/*")),
                new Allowance.AtMost(250_000_000),
                none,
                5),
            limit(new Quantity.Bytes(), new Allowance.AtMost(300_000), 6),
            limit(new Quantity.Bytes(), new Allowance.AtMost(1_024), 7),
            limit(new Quantity.Requests(), new Allowance.AtMost(25), 8),
            limit(new Quantity.Finding("repeated-query"), new Allowance.AtMost(0), 9),
            limit(
                new Quantity.Time(Optional.empty(), 50), new Allowance.WorseBy("before", 0, 5), 10),
            limit(new Quantity.Trips(Optional.empty()), new Allowance.WorseBy("before", 0, 0), 11));
    assertThat(budget.baselines()).containsExactly("before");
  }

  private static Limit limit(Quantity quantity, Allowance allowance, int line) {
    return new Limit(quantity, Narrowing.NONE, allowance, Optional.empty(), line);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws LocatedFormatException {
    Budget budget =
        limits(
            """
            {"what":"trips","layer":"cache","max":3,"note":"a \\"note\\""},
            {"what":"time","phase":"tls","percentile":95,"max":"1.5 ms","url":"*.js"},
            {"what":"time","baseline":"b.json","worseBy":"2.5 %"},
            {"what":"bytes","max":"12.345 kB"},{"what":"bytes","baseline":"b","worseBy":"10 kB"},
            {"what":"finding","rule":"r","max":0},{"what":"requests","max":7}
            """);
    Budget again = BudgetCodec.decode(BudgetCodec.encode(budget));
    assertThat(withoutLines(again)).isEqualTo(withoutLines(budget));
  }

  private static List<Limit> withoutLines(Budget budget) {
    return budget.limits().stream()
        .map(it -> new Limit(it.quantity(), it.narrowing(), it.allowance(), it.note(), 0))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'what':'trips','maxx':3} | Line 2, limits[0].maxx: A limit on trips has no such member",
        "{'what':'trips','max':3,'phase':'dns'} | limits[0].phase: A limit on trips has no such",
        "{'what':'trips','max':3,'layer':'db'} | limits[0].layer: There is no such layer; there"
            + " are",
        "{'what':'time','max':'1 s','phase':'ttfb'} | limits[0].phase: There is no such phase",
        "{'what':'time','max':400} | limits[0].max: This has to be a duration with its unit",
        "{'what':'time','max':'400'} | limits[0].max: This has to be a duration with its unit",
        "{'what':'time','max':'-1 ms'} | limits[0].max: This has to be a duration with its unit",
        "{'what':'bytes','max':'3 kb'} | limits[0].max: This has to be a number of bytes",
        "{'what':'trips','max':3.5} | limits[0].max: This has to be a whole number from 0 on",
        "{'what':'trips','max':-1} | limits[0].max: This has to be a whole number from 0 on",
        "{'what':'trips','max':'3'} | limits[0].max: This has to be a whole number from 0 on",
        "{'what':'trips','max':1e30} | limits[0].max: This has to be a whole number from 0 on",
        "{'what':'trips','max':null} | limits[0].max: This has to be a whole number from 0 on",
        "{'what':'trips'} | limits[0]: Say how much there may be: \"max\", or \"baseline\"",
        "{'what':'trips','baseline':'b'} | limits[0]: Say how much there may be",
        "{'what':'trips','max':1,'baseline':'b','worseBy':0} | limits[0]: Say either \"max\", or",
        "{'what':'time','baseline':'b','worseBy':'1 x'} | limits[0].worseBy: This has to be a"
            + " share",
        "{'what':'time','baseline':'b','worseBy':'5 %','percentile':95} | leave out the percentile",
        "{'what':'time','baseline':'b','worseBy':'5 %','url':'/'} | leave out route and url",
        "{'what':'time','max':'1 s','percentile':100} | A percentile is a number above 0 and below",
        "{'what':'finding','max':0} | limits[0]: \"rule\" is missing",
        "{'what':'finding','rule':'r','baseline':'b','worseBy':0} | Findings are not compared",
        "{'what':'cost','max':0} | limits[0].what: \"what\" is trips, time, bytes, requests or",
        "{'max':0} | limits[0]: \"what\" is missing",
        "{'what':'trips','max':1,'max':2} | limits[0].max: This member stands here twice",
        "{'what':'trips','max':1,'url':''} | limits[0].url: This has to be a text that is not"
            + " empty",
        "7 | limits[0]: This has to be a JSON object",
        "'' | limits[0]: This has to be a JSON object"
      })
  void whatIsWrongIsNamedWithItsPlace(String limit, String sentence) {
    String json = limit.isEmpty() ? "\"\"" : limit.replace('\'', '"');
    assertThatThrownBy(() -> limits(json))
        .isInstanceOf(LocatedFormatException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format':'lightfoot/snapshot','version':1} | Line 1, format: The format of a budget is",
        "{'version':1,'limits':[]} | Line 1: \"format\": \"lightfoot/budget\" is missing",
        "{'format':'lightfoot/budget','version':2,'limits':[]} | version: This Lightfoot reads",
        "{'format':'lightfoot/budget','limits':[]} | \"version\": 1 is missing",
        "{'format':'lightfoot/budget','version':1} | \"limits\" is missing",
        "{'format':'lightfoot/budget','version':1,'limits':[]} | A budget has 1 to 1000 limits",
        "{'format':'lightfoot/budget','version':1,'limits':{}} | limits: This has to be a list",
        "{'format':'lightfoot/budget','version':1,'limit':[]} | limit: A budget has no such member",
        "{'format':'lightfoot/budget' | Line 1: This is not JSON: the text ends too early: the file"
            + " is cut.",
        "[] | Line 1: This has to be a JSON object",
        "{} {} | Line 1: Something follows the end of the document"
      })
  void aFileThatIsNoBudgetIsRefused(String text, String sentence) {
    assertThatThrownBy(() -> decode(text.replace('\'', '"')))
        .isInstanceOf(LocatedFormatException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void theLineIsTheOneOfTheMember() {
    assertThatThrownBy(
            () -> limits("{\"what\":\"trips\",\n\"max\":1},\n{\"what\":\"trips\",\n\"mx\":1}"))
        .isInstanceOfSatisfying(
            LocatedFormatException.class, e -> assertThat(e.line()).isEqualTo(5));
  }

  @Test
  void anEmptyFileAndOneThatIsTooLargeAreRefused() {
    assertThatThrownBy(() -> decode("")).hasMessageContaining("The file is empty");
    assertThatThrownBy(() -> BudgetCodec.decode(new byte[BudgetCodec.MAX_BYTES + 1]))
        .hasMessageContaining("larger than 1 MiB");
  }

  @Test
  void moreLimitsThanAFileMayHaveAreRefused() {
    String one = "{\"what\":\"trips\",\"max\":1}";
    assertThatThrownBy(() -> limits((one + ",").repeat(BudgetCodec.MAX_LIMITS) + one))
        .hasMessageContaining("and not 1001");
  }
}
