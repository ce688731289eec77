package dev.lightfoot.analysis.statement;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import java.net.URI;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what calls ask; each distinct statement once. Not for several threads.
public final class CallTexts {
  private static final int MOST = 50_000;
  private static final String SUMMARY = "db.query.summary";
  private static final List<String> PARAMETERS =
      List.of(
          "db.query.parameter",
          "db.statement.parameter",
          "db.postgresql.values",
          "lightfoot.parameters.hash");

  private final Map<String, Statement> statements = new HashMap<>();

  /// What calls ask of which nothing but the text is recorded.
  private final IdentityHashMap<Statement, CallText> plain = new IdentityHashMap<>();

  /// The last that had none: those of a kind of calls have all the same names.
  private Attributes withoutParameters = Attributes.NONE;

  /// Of one call.
  public CallText of(Span call) {
    if (call.layer() == Layer.CACHE) {
      return ofCache(call);
    }
    return call.layer() == Layer.DATABASE
            || call.attributes().get(AttributeNames.DB_SYSTEM).isPresent()
        ? ofDatabase(call)
        : ofOther(call);
  }

  private static CallText ofCache(Span call) {
    CacheCommand command = CacheCommand.of(call);
    boolean known = !command.keys().isEmpty();
    return new CallText(
        command.name(),
        CallText.Source.OPERATION,
        known ? command.name() + ' ' + String.join(" ", command.keys()) : command.name(),
        known ? ValuesSeen.KNOWN : ValuesSeen.HIDDEN,
        command.verb(),
        List.of(),
        command.isMany(),
        false,
        Optional.empty(),
        Optional.of(command));
  }

  private CallText ofDatabase(Span call) {
    Attributes attributes = call.attributes();
    String system = attributes.get(AttributeNames.DB_SYSTEM).orElse("");
    String text = attributes.get(AttributeNames.DB_QUERY).orElse("").strip();
    if (text.isEmpty() && attributes.get(AttributeNames.DB_COLLECTION).isEmpty()) {
      // COMMIT and its like need no text beside their name
      text = attributes.get(AttributeNames.DB_OPERATION).filter(CallTexts::isWhole).orElse("");
    }
    boolean document = text.startsWith("{") || text.startsWith("[") || StoreWords.isStore(system);
    return text.isEmpty() || document ? ofOperation(call, text) : ofStatement(call, system, text);
  }

  /// Words that are a statement by themselves.
  private static boolean isWhole(String operation) {
    Verb verb = Statement.of(operation, "").verb();
    return verb.isOverhead() && verb != Verb.SESSION;
  }

  private CallText ofStatement(Span call, String system, String text) {
    Statement statement = statement(text, system);
    String parameters = parameters(call.attributes());
    boolean alone =
        parameters.isEmpty() && call.attributes().get(AttributeNames.DB_BATCH).isEmpty();
    CallText known = alone ? plain.get(statement) : null;
    if (known != null) {
      return known;
    }
    CallText read = ofStatement(call, statement, text, parameters);
    if (alone) {
      plain.put(statement, read);
    }
    return read;
  }

  private static CallText ofStatement(
      Span call, Statement statement, String text, String parameters) {
    ValuesSeen values = parameters.isEmpty() ? statement.values() : ValuesSeen.KNOWN;
    boolean many =
        statement.rows() > 1 || call.attributes().number(AttributeNames.DB_BATCH).orElse(1) > 1;
    return new CallText(
        statement.template(),
        CallText.Source.TEXT,
        parameters.isEmpty() ? statement.exact() : statement.exact() + '\n' + parameters,
        values,
        statement.verb(),
        statement.tables(),
        many,
        Cut.isCut(text, statement),
        Optional.of(statement),
        Optional.empty());
  }

  private Statement statement(String text, String system) {
    Statement known = statements.get(text);
    if (known == null) {
      if (statements.size() >= MOST) {
        statements.clear();
        plain.clear();
      }
      known = Statement.of(text, system);
      statements.put(text, known);
    }
    return known;
  }

  private CallText ofOperation(Span call, String text) {
    Attributes attributes = call.attributes();
    Optional<String> operation = attributes.get(AttributeNames.DB_OPERATION);
    List<String> tables =
        attributes
            .get(AttributeNames.DB_COLLECTION)
            .or(() -> attributes.get("aws.dynamodb.table_names").map(CallTexts::bare))
            .map(List::of)
            .orElse(List.of());
    Optional<String> summary = attributes.get(SUMMARY);
    String name = operation.orElse("");
    boolean named = operation.isPresent();
    String template =
        summary.orElse(
            named ? tables.isEmpty() ? name : name + ' ' + tables.getFirst() : call.name());
    String first = named ? name : template.split(" ", 2)[0];
    Verb store = StoreWords.verb(first);
    String parameters = text.isEmpty() ? parameters(attributes) : text;
    return new CallText(
        template,
        summary.isPresent()
            ? CallText.Source.SUMMARY
            : named ? CallText.Source.OPERATION : CallText.Source.NAME,
        parameters.isEmpty() ? template : template + '\n' + parameters,
        parameters.isEmpty()
            ? ValuesSeen.UNKNOWN
            : parameters.contains("?") ? ValuesSeen.HIDDEN : ValuesSeen.KNOWN,
        store == Verb.OTHER ? Statement.of(first, "").verb() : store,
        tables,
        StoreWords.isMany(first) || attributes.number(AttributeNames.DB_BATCH).orElse(1) > 1,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static String bare(String list) {
    return list.replaceAll("[\\[\\]\"]", "");
  }

  /// Method, host and path without ids.
  private static CallText ofOther(Span call) {
    Attributes attributes = call.attributes();
    String method = attributes.get(AttributeNames.METHOD).orElse("");
    Optional<String> url = attributes.get(AttributeNames.URL);
    Optional<String> path =
        attributes.get("url.template").or(() -> RouteName.path(attributes).map(RouteName::of));
    boolean known = path.isPresent() && !method.isEmpty();
    String host =
        attributes
            .get(AttributeNames.SERVER_ADDRESS)
            .or(() -> url.flatMap(CallTexts::host))
            .or(() -> attributes.get("peer.service"))
            .orElse("");
    String template = known ? method + ' ' + host + path.orElse("") : call.name();
    return new CallText(
        template,
        known ? CallText.Source.TEXT : CallText.Source.NAME,
        known
            ? method + ' ' + host + ' ' + url.or(() -> RouteName.path(attributes)).orElse("")
            : template,
        known ? ValuesSeen.KNOWN : ValuesSeen.UNKNOWN,
        verb(method),
        List.of(),
        attributes.number(AttributeNames.DB_BATCH).orElse(1) > 1,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static Verb verb(String method) {
    return switch (method) {
      case "GET", "HEAD" -> Verb.READ;
      case "POST", "PUT", "PATCH", "DELETE" -> Verb.WRITE;
      default -> Verb.OTHER;
    };
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String parameters(Attributes attributes) {
    if (attributes.hasNamesOf(withoutParameters)) {
      return "";
    }
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < attributes.size(); i++) {
      String name = attributes.name(i);
      boolean may = name.startsWith("db.") || name.startsWith("lightfoot.");
      if (may && isParameter(name)) {
        found.append(name).append('=').append(attributes.value(i)).append('\n');
      }
    }
    if (found.isEmpty()) {
      withoutParameters = attributes;
    }
    return found.toString();
  }

  private static boolean isParameter(String name) {
    for (String beginning : PARAMETERS) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
