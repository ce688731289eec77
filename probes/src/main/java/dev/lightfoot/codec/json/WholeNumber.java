package dev.lightfoot.codec.json;

import static dev.lightfoot.codec.json.JsonSource.NONE;

import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A number of 64 bits, however JSON holds it.
final class WholeNumber {
  private WholeNumber() {}

  /// The parser's present value; [JsonSource#NONE] where it is not a whole number of 63 bits, 0 for
  /// null.
  static long of(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> decimal(parser);
      case VALUE_NUMBER_INT ->
          switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> NONE;
          };
      case VALUE_NUMBER_FLOAT -> whole(parser.getDoubleValue());
      case START_OBJECT -> halves(parser);
      case VALUE_NULL -> 0;
      default -> {
        parser.skipChildren();
        yield NONE;
      }
    };
  }

  private static long decimal(JsonParser parser) {
    char[] chars = parser.getStringCharacters();
    int offset = parser.getStringOffset();
    int length = parser.getStringLength();
    if (length == 0 || length > 19) {
      return length == 0 ? 0 : NONE;
    }
    long value = 0;
    for (int i = offset; i < offset + length; i++) {
      int digit = chars[i] - '0';
      if (digit < 0 || digit > 9) {
        return negative(new String(chars, offset, length));
      }
      value = value * 10 + digit;
    }
    return value < 0 ? NONE : value;
  }

  private static long negative(String text) {
    try {
      return new BigInteger(text).longValueExact();
    } catch (ArithmeticException e) {
      return NONE;
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  private static long whole(double value) {
    return value >= 0 && value < 0x1p63 ? (long) value : NONE;
  }

  /// As JavaScript exporters of 2023 wrote them.
  private static long halves(JsonParser parser) {
    long low = NONE;
    long high = NONE;
    parser.nextToken();
    while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      long value =
          parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : NONE;
      parser.skipChildren();
      if (name.equals("low")) {
        low = value;
      } else if (name.equals("high")) {
        high = value;
      }
      parser.nextToken();
    }
    boolean whole = low != NONE && high != NONE && high >= 0 && high <= Integer.MAX_VALUE;
    return whole ? high << 32 | (low & 0xffff_ffffL) : NONE;
  }
}
