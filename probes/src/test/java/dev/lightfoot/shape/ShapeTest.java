package dev.lightfoot.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.span.Attributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ShapeTest {
  /// A record in which nobody said of any member whether it is harmless.
  private record Planted(
      String text,
      Optional<String> maybe,
      List<String> list,
      OptionalLong number,
      Optional<Boolean> flag,
      Map<String, String> map) {}

  private static final Shape<Planted> PLANTED =
      Shape.of(
          "planted",
          "",
          members -> {
            var text = members.required("text", Kind.text(), Planted::text);
            var maybe = members.orNull("maybe", Kind.text(), Planted::maybe);
            var list = members.usual("list", Kind.text().list(), Planted::list, List.of());
            var number = members.longIfAny("number", Kind.number(), Planted::number);
            var flag = members.ifAny("flag", Kind.flag(), Planted::flag);
            var map = members.usual("map", Kind.texts(), Planted::map, Map.of());
            return values ->
                new Planted(
                    values.get(text),
                    values.get(maybe),
                    values.get(list),
                    values.get(number),
                    values.get(flag),
                    values.get(map));
          });

  /// Marks what it is led to by its sensitivity.
  private static final class Marking implements Redaction {
    @Override
    public String text(Sensitivity sensitivity, String value) {
      return sensitivity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Header header(Header line) {
      return line;
    }

    @Override
    public Attributes attributes(Attributes attributes) {
      return attributes;
    }
  }

  @Test
  void whatIsNotDeclaredHarmlessIsHidden() {
    Planted secret =
        new Planted(
            "s3cr3t",
            Optional.of("s3cr3t"),
            List.of("s3cr3t"),
            OptionalLong.of(1234),
            Optional.of(true),
            Map.of("name", "s3cr3t"));
    assertThat(PLANTED.redact(secret, new Marking()))
        .isEqualTo(
            new Planted(
                "undeclared",
                Optional.of("undeclared"),
                List.of("undeclared"),
                OptionalLong.empty(),
                Optional.empty(),
                Map.of("name", "undeclared")));
  }

  @Test
  void aNumberThatIsAlwaysThereMustBeDeclaredHarmless() {
    // Hidden it would be a wrong number, so the shape does not even come to be.
    List<Consumer<Members<Long>>> undeclared =
        List.of(
            members -> members.required("n", Kind.number(), each -> each),
            members -> members.usual("n", Kind.number(), each -> each, 0L),
            members -> members.implied("n", Kind.number(), each -> each, 0L),
            members -> members.required("n", Kind.flag(), each -> each > 0),
            members ->
                members.required(
                    "n",
                    Kind.text().checked(text -> !text.isEmpty(), "text is expected"),
                    each -> "" + each));
    assertThat(undeclared)
        .allSatisfy(
            declare ->
                assertThatIllegalStateException()
                    .isThrownBy(
                        () ->
                            Shape.<Long>of(
                                "planted",
                                "",
                                members -> {
                                  declare.accept(members);
                                  return _ -> 0L;
                                }))
                    .withMessageContaining("the member n cannot be hidden"));
  }

  @Test
  void aNameStandsForOneMemberOnly() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Shape.<String>of(
                    "planted",
                    "",
                    members -> {
                      var first = members.required("a", Kind.text(), each -> each);
                      members.required("a", Kind.text(), each -> each);
                      return values -> values.get(first);
                    }))
        .withMessageContaining("two members of the same name");
  }
}
