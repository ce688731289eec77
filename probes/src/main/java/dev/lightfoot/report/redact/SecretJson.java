package dev.lightfoot.report.redact;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.SecretNames;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Takes secrets out of members that this version does not know: of secret-named members
/// everything, of name and value pairs the value, of other text what text shows.
final class SecretJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final SecretText text;
  private final SecretHeaders headers;
  // A text may be JSON itself.
  private final SecretBody body;

  SecretJson(SecretText text) {
    this.text = text;
    this.headers = new SecretHeaders(text);
    this.body = new SecretBody(text);
  }

  /// The JSON text without secrets.
  ///
  /// @param place JSON Pointer of the member; its last name may announce a secret
  String clean(String place, String raw) {
    String name = place.substring(place.lastIndexOf('/') + 1);
    try {
      JsonNode before = MAPPER.readTree(raw);
      JsonNode after = member(name, before);
      return after.equals(before) ? raw : MAPPER.writeValueAsString(after);
    } catch (JacksonException e) {
      text.note("member " + name);
      return '"' + SecretText.MARK + '"';
    }
  }

  private JsonNode member(String name, JsonNode value) {
    boolean container = value.isObject() || value.isArray();
    if (SecretNames.member(name) && !value.isNull() && !value.isBoolean() && !container) {
      return StringNode.valueOf(text.remove("member " + name, value.asString()));
    }
    if (SecretNames.member(name) && container && !value.isEmpty()) {
      text.note("member " + name);
      return StringNode.valueOf(SecretText.MARK);
    }
    return clean(value);
  }

  private JsonNode clean(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> array(array);
      case StringNode string -> StringNode.valueOf(body.clean(string.asString()));
      default -> value;
    };
  }

  private JsonNode object(ObjectNode object) {
    ObjectNode cleaned = JsonNodeFactory.instance.objectNode();
    JsonNode name = object.get("name");
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      boolean valueOfPair =
          entry.getKey().equals("value")
              && name != null
              && name.isString()
              && isText(entry.getValue());
      cleaned.set(
          entry.getKey(),
          valueOfPair
              ? pair(name.asString(), entry.getValue().asString())
              : member(entry.getKey(), entry.getValue()));
    }
    return cleaned;
  }

  private JsonNode array(ArrayNode array) {
    ArrayNode cleaned = JsonNodeFactory.instance.arrayNode();
    if (array.size() == 2 && isText(array.get(0)) && isText(array.get(1))) {
      String name = array.get(0).asString();
      return cleaned.add(text.clean(name)).add(pair(name, array.get(1).asString()));
    }
    array.forEach(each -> cleaned.add(clean(each)));
    return cleaned;
  }

  private StringNode pair(String name, String value) {
    return StringNode.valueOf(headers.clean(new Header(name, value)).value());
  }

  private static boolean isText(JsonNode node) {
    return node.isString();
  }
}
