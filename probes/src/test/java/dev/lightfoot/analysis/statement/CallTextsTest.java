package dev.lightfoot.analysis.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTextsTest {
  private final CallTexts texts = new CallTexts();

  private CallText of(Layer layer, String name, String... attributes) {
    return texts.of(
        Span.of("1", name, layer, SpanKind.CLIENT, SpanTime.of(0, 1, 1))
            .with(Attributes.of(attributes)));
  }

  @Test
  void aStatementSaysWhatItAsks() {
    CallText text =
        of(Layer.DATABASE, "SELECT", "db.query.text", "SELECT a FROM b WHERE id = 7 AND c = 'x'");

    assertThat(text.template()).isEqualTo("SELECT a FROM b WHERE id = ? AND c = ?");
    assertThat(text.exact()).isEqualTo("SELECT a FROM b WHERE id = 7 AND c = 'x'");
    assertThat(text.values()).isEqualTo(ValuesSeen.KNOWN);
    assertThat(text.tables()).containsExactly("b");
    assertThat(text.verb()).isEqualTo(Verb.READ);
  }

  @Test
  void parametersBesideTheTextAreItsValues() {
    String sql = "SELECT a FROM b WHERE id = $1";
    CallText one = of(Layer.DATABASE, "q", "db.query.text", sql, "db.query.parameter.0", "7");
    CallText other = of(Layer.DATABASE, "q", "db.query.text", sql, "db.query.parameter.0", "8");

    assertThat(one.values()).isEqualTo(ValuesSeen.KNOWN);
    assertThat(one.template()).isEqualTo(other.template());
    assertThat(one.exact()).isNotEqualTo(other.exact());
    assertThat(of(Layer.DATABASE, "q", "db.query.text", sql).values()).isEqualTo(ValuesSeen.HIDDEN);
  }

  @Test
  void withoutATextItIsTheSummaryThenOperationAndCollectionThenTheName() {
    CallText summary =
        of(Layer.DATABASE, "q", "db.query.summary", "SELECT b", "db.operation.name", "SELECT");
    CallText operation =
        of(Layer.DATABASE, "q", "db.operation.name", "SELECT", "db.collection.name", "b");
    CallText name = of(Layer.DATABASE, "Query b");

    assertThat(summary.template()).isEqualTo("SELECT b");
    assertThat(summary.from()).isEqualTo(CallText.Source.SUMMARY);
    assertThat(operation.template()).isEqualTo("SELECT b");
    assertThat(operation.from()).isEqualTo(CallText.Source.OPERATION);
    assertThat(operation.verb()).isEqualTo(Verb.READ);
    assertThat(name.template()).isEqualTo("Query b");
    assertThat(name.from()).isEqualTo(CallText.Source.NAME);
    assertThat(name.values()).isEqualTo(ValuesSeen.UNKNOWN);
  }

  @Test
  void wordsOfTransactionsNeedNoText() {
    CallText commit = of(Layer.DATABASE, "COMMIT", "db.operation.name", "COMMIT");

    assertThat(commit.verb()).isEqualTo(Verb.END);
    assertThat(commit.from()).isEqualTo(CallText.Source.TEXT);
  }

  @Test
  void documentStoresAreAskedByOperationAndCollection() {
    CallText find =
        of(
            Layer.DATABASE,
            "find users",
            "db.system.name",
            "mongodb",
            "db.operation.name",
            "find",
            "db.collection.name",
            "users",
            "db.query.text",
            "{\"find\":\"users\",\"filter\":{\"id\":\"?\"}}");
    CallText batch =
        of(
            Layer.DATABASE,
            "DynamoDB.BatchGetItem",
            "db.system.name",
            "aws.dynamodb",
            "db.operation.name",
            "BatchGetItem",
            "aws.dynamodb.table_names",
            "[\"Orders\"]");

    assertThat(find.template()).isEqualTo("find users");
    assertThat(find.verb()).isEqualTo(Verb.READ);
    assertThat(find.values()).isEqualTo(ValuesSeen.HIDDEN);
    assertThat(batch.template()).isEqualTo("BatchGetItem Orders");
    assertThat(batch.isMany()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get node:1 | GET | node:1 | READ | false",
        "GET ? | GET | | READ | false",
        "MGET a b | MGET | a,b | READ | true",
        "get a b | GET | a,b | READ | true",
        "SET a ? | SET | a | WRITE | false",
        "set a [2 other arguments] | SET | a | WRITE | false",
        "SET lock:1 ? NX PX 100 | SET | lock:1 | LOCK | false",
        "INCR hits | INCR | hits | COUNT | false",
        "DEL a b | DEL | a,b | WRITE | true",
        "EVALSHA 9f 1 a | EVALSHA | | OTHER | true",
        "PING | PING | | PING | false",
        "HGET h f | HGET | h | READ | false",
      })
  void commandsOfACacheHaveKeys(String text, String name, String keys, Verb verb, boolean many) {
    CacheCommand command = of(Layer.CACHE, "x", "db.query.text", text).command().orElseThrow();

    assertThat(command.name()).isEqualTo(name);
    assertThat(String.join(",", command.keys())).isEqualTo(keys == null ? "" : keys);
    assertThat(command.verb()).isEqualTo(verb);
    assertThat(command.isMany()).isEqualTo(many);
  }

  @Test
  void aPipelineIsOneTripOfManyCommands() {
    assertThat(of(Layer.CACHE, "SET GET", "db.query.text", "SET a ?\nGET b").isMany()).isTrue();
    assertThat(of(Layer.CACHE, "GET", "db.operation.batch.size", "12").isMany()).isTrue();
  }

  @Test
  void spansOfCacheLibrariesNameKeysAndHitsElsewhere() {
    CacheCommand hit =
        of(Layer.CACHE, "cache.get", "cache.key", "[\"a:1\"]", "cache.hit", "true")
            .command()
            .orElseThrow();
    CacheCommand empty =
        of(Layer.CACHE, "GET", "db.response.returned_rows", "0").command().orElseThrow();
    CacheCommand unknown = of(Layer.CACHE, "GET").command().orElseThrow();

    assertThat(hit)
        .isEqualTo(new CacheCommand("GET", Verb.READ, List.of("a:1"), false, Optional.of(true)));
    assertThat(empty.hit()).contains(false);
    assertThat(unknown.hit()).isEmpty();
  }

  @Test
  void callsToOthersAreToldApartByMethodHostAndPathWithoutIds() {
    CallText one =
        of(
            Layer.EXTERNAL,
            "GET",
            "http.request.method",
            "GET",
            "url.full",
            "https://api.test/users/17?x=1");
    CallText other =
        of(
            Layer.EXTERNAL,
            "GET",
            "http.request.method",
            "GET",
            "url.full",
            "https://api.test/users/18");

    assertThat(one.template()).isEqualTo("GET api.test/users/{id}").isEqualTo(other.template());
    assertThat(one.exact()).isNotEqualTo(other.exact());
    assertThat(of(Layer.EXTERNAL, "publish orders").template()).isEqualTo("publish orders");
  }

  @Test
  void aTextThatEndsInDotsOrAtALimitIsCut() {
    String long255 = ("SELECT " + "a, ".repeat(90)).substring(0, 254) + ",";

    assertThat(of(Layer.DATABASE, "q", "db.query.text", "SELECT a, b...").isCut()).isTrue();
    assertThat(of(Layer.DATABASE, "q", "db.query.text", long255).isCut()).isTrue();
    assertThat(of(Layer.DATABASE, "q", "db.query.text", "SELECT a FROM b").isCut()).isFalse();
    assertThat(of(Layer.DATABASE, "q", "db.query.text", "SELECT a FROM").isCut()).isFalse();
  }

  @Test
  void severalRowsAreOneTrip() {
    assertThat(of(Layer.DATABASE, "q", "db.query.text", "INSERT INTO a VALUES (?), (?)").isMany())
        .isTrue();
    assertThat(of(Layer.DATABASE, "q", "db.query.text", "INSERT INTO a VALUES (?)").isMany())
        .isFalse();
  }
}
